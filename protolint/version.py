"""The version of protolint, for the package and for every report."""

VERSION = "0.1.0"
