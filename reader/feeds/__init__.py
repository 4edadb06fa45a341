"""The outside world: fetching, parsing, scheduling, imports."""
