from reader.document import STRONG, Document, Paragraph, Span

expected = Document(
    (
        Paragraph((Span("Kept[31m ›31m kept end"),)),
        Paragraph((Span("More", STRONG),)),
        Paragraph((Span("shown"),)),
        Paragraph((Span("The post "), Span("Kept", link=0), Span(" appeared first on Grain, said Ana."))),
    ),
    links=("https://a.example/p",),
)
