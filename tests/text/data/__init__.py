"""Bodies of HTML, each with the document it must become: `x.html` and its twin `x.py`."""
