"""Dates: how news prints them, what they mean on the day it is written, and which are of a film's release."""
