"""Files of every format become scripts: one module per format, with exact places."""

#: The endings of the files that each reader reads, known before the reader is imported.
SUFFIXES = {"markdown": (".md", ".markdown", ".mdx")}
