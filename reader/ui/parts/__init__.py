"""What the main screen can do, by subject; each action of the table names a part and its method."""
