"""What is done about a library that cannot be opened."""

from reader.store.restore import restore as restore
