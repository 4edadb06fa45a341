"""Films by name: how outlets print titles, which of them are one film, and which film a report is about."""
