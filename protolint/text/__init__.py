"""English (and later other) text: sentences, words, syllables, readability, lengths."""
