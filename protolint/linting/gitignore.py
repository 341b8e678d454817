"""What the `.gitignore` files of a repository leave out, from its top down to a path."""

from __future__ import annotations
