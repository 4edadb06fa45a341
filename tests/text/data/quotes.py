from reader.document import EMPHASIS, Document, Paragraph, Quote, Span

expected = Document(
    (
        Quote(
            (
                Paragraph((Span("First paragraph."),)),
                Paragraph((Span("Second one."),)),
                Quote((Paragraph((Span("Inner."),)),)),
            )
        ),
        Quote((Paragraph((Span("Said twice."),)),), pull=True),
        Quote((Paragraph((Span("Also twice."),)), Paragraph((Span("Ana Ruiz", EMPHASIS),))), pull=True),
        Quote((Paragraph((Span("An aside."),)),), pull=True),
        Paragraph((Span("Only an aside."),)),
    ),
    links=(),
)
