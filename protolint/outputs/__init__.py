"""One `render(report) -> str` for each format, one file each."""
