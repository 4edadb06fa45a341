from reader.document import Document, Figure, Heading, Paragraph, Span, Table

expected = Document(
    (
        Table(
            rows=(
                ((Span("Film"),), (Span("Gross"),)),
                ((Span("Salt | Road"),), (Span("$2m", link=0), Span("\nest."))),
                ((Span("Closed"),), ()),
            ),
            header=1,
            caption=(Span("The weekend"),),
        ),
        Table(rows=(((Span("A"),), (Span("1"),)), ((), (Span("2"),))), header=0),
        Paragraph((Span("laid"),)),
        Paragraph((Span("out"),)),
        Heading(2, (Span("Head"),)),
        Figure("https://a.example/a.jpg"),
        Paragraph((Span("Text"),)),
        Table(rows=(((Span("in"),), (Span("ner"),)),), header=1),
        Paragraph((Span("single"),)),
        Paragraph((Span("column"),)),
    ),
    links=("https://a.example/r",),
)
