from reader.document import EMPHASIS, Document, Figure, Paragraph, Span

expected = Document(
    (
        Figure(
            "https://a.example/lazy.jpg?w=900",
            alt="A desert",
            caption=(Span("The "), Span("Salt Road", EMPHASIS), Span(". Photo: Grain")),
        ),
        Paragraph((Span("Before"),)),
        Figure("https://a.example/in.jpg"),
        Paragraph((Span("after 🎬."),)),
        Figure("https://a.example/set.jpg"),
        Figure("https://a.example/l2.jpg"),
        Figure("https://a.example/old.jpg", caption=(Span("Old caption"),)),
        Figure("https://a.example/p.jpg", alt="P"),
    ),
    links=(),
)
