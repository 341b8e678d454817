"""YAML values that know where they stand in their text, and typed values made from them."""

from protolint.placed.convert import Fault, convert
from protolint.placed.node import Node, Value
from protolint.placed.wording import YamlError

__all__ = ["Fault", "Node", "Value", "YamlError", "convert", "read"]


def read(text: str) -> Node:
    """Return the one document of a YAML text; see `placed.reading.read`."""
    from protolint.placed import reading  # noqa: PLC0415  PyYAML takes 15 ms of a start to import

    return reading.read(text)
