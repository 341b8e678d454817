"""Service scripts checked for brand voice, empathy and readability, per channel."""
