from reader.document import STRONG, Document, List, Paragraph, Span

expected = Document(
    (
        List(
            (
                (Paragraph((Span("Third"),)),),
                (Paragraph((Span("Fourth"),)), Paragraph((Span("with a second paragraph"),))),
            ),
            start=3,
        ),
        List(
            (
                (
                    Paragraph((Span("Ninth"),)),
                    List(
                        (
                            (Paragraph((Span("nested "), Span("one", STRONG))),),
                            (
                                Paragraph((Span("nested two"),)),
                                List(((Paragraph((Span("deep"),)),),), start=1),
                            ),
                        )
                    ),
                ),
            ),
            start=9,
        ),
        List(
            (
                (Paragraph((Span("before any item"),)),),
                (Paragraph((Span("first"),)), List(((Paragraph((Span("inner"),)),),))),
            )
        ),
        List(((Paragraph((Span("bronze"),)),),), start=2),
        List(((Paragraph((Span("gold"),)),),), start=1),
        List(
            (
                (Paragraph((Span("Grip", STRONG),)), Paragraph((Span("moves the camera"),))),
                (Paragraph((Span("Gaffer", STRONG),)), Paragraph((Span("lights the scene"),))),
            )
        ),
        List(((Paragraph((Span("a stray item"),)),),)),
    ),
    links=(),
)
