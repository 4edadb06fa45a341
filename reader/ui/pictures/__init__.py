"""Pictures on the terminal: which way it shows them, painted off the screen's thread, drawn as lines."""
