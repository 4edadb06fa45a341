"""From a document to styled lines: pure functions that know cells and words, but no screen."""
