"""Safe text: cleaning, HTML to blocks, blocks to text."""
