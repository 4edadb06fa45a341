"""The weekend box office: which films open, which were there before, and which one leads."""
