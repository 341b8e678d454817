"""YAML values that know where they stand in their text, and typed values made from them."""

from protolint.placed.convert import Fault, convert
from protolint.placed.node import Node, Value
from protolint.placed.reading import read
from protolint.placed.wording import YamlError

__all__ = ["Fault", "Node", "Value", "YamlError", "convert", "read"]
