"""Kinds of news: what gives each away, and what a report says of itself: hearsay, a plot, its form."""
