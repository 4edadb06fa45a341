"""What belongs together: stories, names, beats, claims. Pure: values in, values out, no library, no clock."""
