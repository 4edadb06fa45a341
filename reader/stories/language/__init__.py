"""What every room reads texts with: words, tokens, phrases, spans that may be titles, rarity of words."""
