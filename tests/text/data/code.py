from reader.document import CODE, Code, Document, Paragraph, Span

expected = Document(
    (
        Code("  fade in\n        cut to:  black"),
        Code("one\ntwo <three>"),
        Code("line\nline"),
        Paragraph((Span("see "), Span("z", link=0), Span("\nnext"))),
        Paragraph((Span("Type "), Span("q", CODE), Span("."))),
    ),
    links=("https://a.example/z",),
)
