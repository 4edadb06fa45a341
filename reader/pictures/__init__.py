"""Pictures: which an article has, made safe from what a stranger sent, and kept on a shelf of their own."""
