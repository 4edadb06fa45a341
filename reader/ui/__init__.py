"""The reader's screens (Textual)."""
