"""Safe text: whatever feeds and pages send, made into blocks that can do no harm, and blocks made into text.

In come the raw values of `reader.feeds` (`model.RawFeed`) or the HTML of a page; out come `model.Entry`s and
`model.Document`s (a tree of blocks, cleaned text only), and from these plain text, Markdown, HTML, EPUB.
lxml is met only in the worker; what the reader itself imports (`render`, `clean`) does without.

- Clean: `clean` is the one door (`characters` with the thorough `scrub`, `urls`), `hosts`, `plainly` (one
  line out of a title or a name), `naming` (names of files).
- A feed: `intake` (what lists show of its entries), then `drafts` (their texts), `teaser` (is it the
  article?).
- HTML to blocks: `html`, over one `walk` of the tree: `tags` says what each element means (`containers`,
  `embeds`), `frames` are the containers open, `inline` collects running text; `pictures` and `media` read
  what is no text.
- A page to its article: `extract`, in this order: `page` (the tree), `metadata`, `passages`, `choice` (what
  trafilatura takes for the article), `article` (which passages are kept, by `boilerplate` and
  `phrases.toml`), `prose` (what the choice missed), `cutting`, `walls` (why there is none).
- Blocks to text: `render` (as text), `markdown`, `markup` (HTML), `standalone` (a page, a book), `ics`
  (calendars); they share `flat` (no nesting), `flow` (prefixes of lines) and `breaking` (line ends within
  words).
- `readmit`: a tree that comes from a file is made as safe as our own.
"""
