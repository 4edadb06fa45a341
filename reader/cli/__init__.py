"""Commands, one small module per family."""
