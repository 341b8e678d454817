"""Files of every format become scripts: one module per format, with exact places."""
