from reader.document import (
    CODE,
    EMPHASIS,
    MARK,
    STRIKE,
    STRONG,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Document,
    Heading,
    Paragraph,
    Rule,
    Span,
)

expected = Document(
    (
        Heading(2, (Span("The "), Span("Salt Road", EMPHASIS), Span(" opens the festival"))),
        Paragraph(
            (
                Span("The "),
                Span("Salt Road", link=0),
                Span(" opens on\xa0Friday, said "),
                Span("Ana Ruiz", STRONG),
                Span(" . Buy a "),
                Span("ticket", UNDERLINE),
                Span("."),
            )
        ),
        Paragraph((Span("Loose text\non two lines"),)),
        Paragraph(
            (
                Span("and a paragraph after two breaks. A span & "),
                Span("old", STRIKE),
                Span(" "),
                Span("gone", STRIKE),
                Span(" H"),
                Span("2", SUBSCRIPT),
                Span("O x"),
                Span("2", SUPERSCRIPT),
                Span(" "),
                Span("!", MARK),
            )
        ),
        Paragraph(
            (
                Span("spaced link", link=1),
                Span(" and "),
                Span("the same", link=0),
                Span(", mail us, “quoted”, "),
                Span("a < b", CODE),
                Span("; see "),
                Span("https://b.example/x_(y)", link=2),
                Span("."),
            )
        ),
        Rule(),
        Heading(3, (Span("Credits"),)),
        Paragraph((Span("漢字(ji)"),)),
    ),
    links=(
        "https://a.example/films/salt-road",
        "https://a.example/films/salt-road#cast",
        "https://b.example/x_(y)",
    ),
)
