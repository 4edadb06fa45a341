"""The outside world: fetching, parsing feeds, when to ask again, and lists of subscriptions.

- Fetch: `fetch.Fetcher` takes `http.Request`s and yields `http.Response`s, failures included. Each is a
  `transfer` (its hops and limits) to a `target` (the address taken apart); `pacing` says which may start,
  `options` and `proxy` and `certificates` what libcurl is told, `unpacking` reads gzip that it cannot;
  `failures` says why one failed, in a sentence. `curl` is the only importer of pycurl.
- Parse: `parse.parse` takes bytes and returns a `model.RawFeed`, or raises ParseError: `parse_bytes` (to
  text), then `parse_json`, `parse_strict` (XML without a fault, by `parse_elements`) or `parse_lenient` (by
  feedparser). All of them collect `parse_parts`; `parse_entry` makes values of these, with `parse_dates` and
  `parse_media`. `discover` finds the feeds that a page names.
- When to ask again: `schedule`, pure functions.
- Lists: `lists` reads whichever it is, `opml` (`opml_writing` writes it) or a `newsboat` file; `watchlist`
  reads films from Letterboxd and IMDb; `outlets` are those built in (`outlets.toml`).
"""
