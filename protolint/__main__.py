"""`python -m protolint`."""

from protolint.cli.main import main

main()
