"""The library file: everything that knows SQL."""
