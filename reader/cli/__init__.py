"""The commands. Nothing here is imported before it is known which one runs."""
