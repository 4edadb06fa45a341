"""What is done about a library that cannot be opened."""

from reader.store.restore import followed_in as followed_in
from reader.store.restore import restore as restore
