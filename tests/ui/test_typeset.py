"""Documents into lines: what a reader would see, and what must hold for any document at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta, timezone
from itertools import islice
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.document import (
    CODE,
    EMPHASIS,
    STRONG,
    SUBSCRIPT,
    SUPERSCRIPT,
    Block,
    Code,
    Document,
    Embed,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from reader.model import Enclosure
from reader.ui.typeset.article import typeset
from reader.ui.typeset.direction import runs_left, sides
from reader.ui.typeset.flow import copied, found, words
from reader.ui.typeset.glyphs import ASCII, UNICODE
from reader.ui.typeset.head import byline
from reader.ui.typeset.lines import Line, Run, cut, split, width
from reader.ui.typeset.tail import link_words
from reader.ui.typeset.wrap import fill
from reader.ui.widgets.article_strips import windowed
from tests.ui.stage import article


def p(*spans: Span | str) -> Paragraph:
    return Paragraph(tuple(Span(span) if isinstance(span, str) else span for span in spans))


def cell(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def body(*blocks: object, links: tuple[str, ...] = (), measure: int = 40, glyphs=UNICODE) -> list[str]:
    """The lines of the text alone, without head and foot."""
    document = Document(tuple(blocks), links)  # type: ignore[arg-type]
    lines = list(typeset(article(), document, measure, glyphs, UTC))
    return [line.text for line in lines if line.leaf >= 0]


def whole(document: Document, measure: int = 40, **changes: object) -> list[str]:
    return [line.text for line in typeset(article(**changes), document, measure, UNICODE, UTC)]


# ------------------------------------------------------------ head and foot


def test_the_head_says_who_what_and_when() -> None:
    lines = whole(Document((p("Text."),)), measure=44, authors=("Ana Ruiz",), words=920)
    assert lines == [
        "The Backlot Reporter",
        "",
        "Mann says Heat 2 is next",
        "",
        "Ana Ruiz · 10 Oct 2023, 09:12 · 4\xa0min\xa0read",
        "",
        "Text.",
    ]


def test_a_long_headline_ends_on_its_third_line() -> None:
    lines = whole(Document(), title="Never ending " * 40, measure=30)
    assert lines[2:6] == [
        "Never ending Never ending",
        "Never ending Never ending",
        "Never ending Never ending…",
        "",
    ]


def test_an_outlet_of_many_words_takes_one_line() -> None:
    lines = whole(Document(), feed_title="Film news, reviews and more " * 30, measure=30)
    assert lines[:3] == ["Film news, reviews and more…", "", "Mann says Heat 2 is next"]


def test_many_files_take_a_few_lines() -> None:
    files = tuple(Enclosure(f"https://cdn.test/{n}.mp4", "video/mp4") for n in range(20))
    lines = whole(Document(), enclosures=files, words=0)
    assert lines[5:9] == [*["▸ video · cdn.test"] * 3, "▸ and 17 other files"]
    assert whole(Document(), enclosures=files[:4], words=0)[5:9] == ["▸ video · cdn.test"] * 4


def test_an_article_without_text_shows_its_summary_or_says_so() -> None:
    assert whole(Document(), summary="In short.")[-1] == "In short."
    assert whole(Document())[-1] == "The outlet sent a headline and no text."


def test_marks_of_a_bookmark_and_files_stand_below_the_date() -> None:
    files = (
        Enclosure("https://cdn.example/t.mp4", "video/mp4", 24_000_000),
        Enclosure("https://x.example/a"),
    )
    lines = whole(Document(), bookmarked=True, tags=("mann", "heat"), note="follow it", enclosures=files)
    assert lines[5:8] == ["◆ #mann #heat “follow it”", "▸ video · 24 MB · cdn.example", "▸ file · x.example"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"authors": ("A", "B")}, "A and B · 10 Oct 2023, 09:12"),
        ({"authors": ("A", "B", "C", "D")}, "A, B, C and D · 10 Oct 2023, 09:12"),
        ({"authors": ("A", "B", "C", "D", "E")}, "A, B, C and 2 others · 10 Oct 2023, 09:12"),
        ({"published": None}, "first seen 10 Oct 2023, 09:12"),
        ({"words": 3}, "10 Oct 2023, 09:12 · 1\xa0min\xa0read"),
        ({"published": 0}, "1 Jan 1970, 00:00"),
        ({"changed": 1696946520}, "10 Oct 2023, 09:12 · updated\xa014:02"),
        ({"changed": 1697032920}, "10 Oct 2023, 09:12 · updated\xa011\xa0Oct\xa02023,\xa014:02"),
        ({"changed": 1696946520, "published": None}, "first seen 10 Oct 2023, 09:12 · updated\xa014:02"),
    ],
)
def test_bylines(changes: dict[str, object], expected: str) -> None:
    assert byline(article(**changes), "·", UTC) == expected


def test_a_byline_on_two_lines_has_no_dot_at_the_end_of_the_first() -> None:
    long = article(authors=("Anselm Okafor-Lund",), words=300)
    lines = [
        line.text
        for line in typeset(long, Document(), 50, zone=UTC)
        if "min" in line.text or "Lund" in line.text
    ]
    assert lines == ["Anselm Okafor-Lund · 10 Oct 2023, 09:12", "1\xa0min\xa0read"]


def test_the_headline_before_stands_below_the_date_on_two_lines_at_most() -> None:
    changed: dict[str, object] = {"changed": 1696946520, "former_title": "Heat 2 is off, Mann says"}
    assert whole(Document(), **changed)[4:7] == [
        "10 Oct 2023, 09:12 · updated\xa014:02",
        "was: Heat 2 is off, Mann says",
        "",
    ]
    lines = whole(Document(), **changed | {"former_title": "Never ending " * 40}, measure=30)
    assert lines[6:9] == ["was: Never ending Never ending", "Never ending Never ending…", ""]


def test_dates_are_in_the_zone_of_the_reader() -> None:
    assert byline(article(), "·", timezone(timedelta(hours=-10))) == "9 Oct 2023, 23:12"


def test_C2_a_host_is_told_by_its_end_and_by_letters_that_stand_for_no_others() -> None:
    hosts = ("variety.com." + "a" * 60 + ".evil.test", "vаriety.com", "аррӏе.com", "kinó.example", "кино.рф")
    text = p(*(Span(f"w{at} ", 0, at) for at in range(len(hosts))))
    lines = whole(Document((text,), tuple(f"https://{host}/" for host in hosts)))
    assert [line.partition(" · ")[2] for line in lines[-5:]] == [
        "…aaaaaaa.evil.test",
        "xn--vriety-3nf.com",
        "xn--80ak6aa92e.com",
        "kinó.example",
        "кино.рф",
    ]


def test_links_are_numbered_and_listed_with_their_hosts() -> None:
    links = (
        "https://www.backlot.example/interview",
        "https://courier.example/novel/review",
        "https://b.example/",
    )
    text = p("He ", Span("said ", 0, 0), Span("so", STRONG, 0), " and ", Span(links[1], 0, 1), ".")
    lines = whole(Document((text,), links))
    assert lines[6:] == [
        "He said so¹ and",
        "https://courier.example/novel/review².",
        "",
        "──────────",
        "",
        "1  said so · backlot.example",
        "2  novel/review · courier.example",
        "3  b.example",
    ]


def test_links_in_ascii() -> None:
    assert body(p(Span(" a link ", 0, 4), "here"), links=("https://x.example/",) * 5, glyphs=ASCII) == [
        "a link[5] here"
    ]


def test_words_of_links_are_found_in_every_block() -> None:
    inner = (
        Quote((p(Span("q", 0, 0)),)),
        List(((p(Span("l", 0, 1)),),)),
        Figure("u", "", (Span("f", 0, 2),)),
    )
    rest = (Table(((cell("x"), (Span("t", 0, 3),)),)), Embed("video", "", 4), Heading(2, (Span("h", 0, 5),)))
    assert link_words(Document((*inner, *rest))) == {0: "q", 1: "l", 2: "f", 3: "t", 4: "video", 5: "h"}


def test_a_link_used_twice_is_named_after_its_first_words() -> None:
    text = p(Span(" ", 0, 0), Span("The ", 0, 0), Span("novel", STRONG, 0), " is out: ", Span("here", 0, 0))
    assert link_words(Document((text,), ("https://x.example/",))) == {0: "The novel"}


# ------------------------------------------------------------ blocks


def test_paragraphs_wrap_at_words_with_a_row_between() -> None:
    assert body(p("one two three four five"), p("six\nseven  eight"), measure=12) == [
        "one two",
        "three four",
        "five",
        "",
        "six",
        "seven eight",
    ]


def test_quotes_have_a_bar_on_every_row() -> None:
    quote = Quote((p("The book goes both ways in time."), Quote((p("Inner."),))))
    assert body(p("He:"), quote, p("After."), measure=30) == [
        "He:",
        "",
        "┃ The book goes both ways in",
        "┃ time.",
        "┃ ",
        "┃ ┃ Inner.",
        "",
        "After.",
    ]


def test_lists_hang_and_nest() -> None:
    nested = List(((p("deep inside the list of things"),), (p("b"),)))
    items = List(((p("one that is longer than the line"),), (p("two"), nested), (p("three"),)), 9)
    assert body(items, measure=32) == [
        " 9. one that is longer than the",
        "    line",
        "10. two",
        "    ◦ deep inside the list of",
        "      things",
        "    ◦ b",
        "11. three",
    ]


def test_items_of_several_blocks_stand_apart() -> None:
    assert body(List(((p("a"), p("b")), (p("c"),)))) == ["• a", "  ", "  b", "", "• c"]


def test_headings_have_air_above_and_small_ones_hold_on_to_their_text() -> None:
    blocks = (p("a"), Heading(2, cell("Big")), p("b"), Heading(3, cell("Small")), p("c"))
    assert body(*blocks) == ["a", "", "", "Big", "", "b", "", "Small", "c"]


def test_figures_are_their_caption_and_never_an_empty_frame() -> None:
    figure = Figure("https://x.example/a.jpg", "A man", cell("The director in London, on a wet night."))
    assert body(figure, Figure("u", "A man at a window"), Figure("u"), p("x"), measure=30) == [
        "▪ The director in London, on a",
        "  wet night.",
        "",
        "▪ A man at a window",
        "",
        "x",
    ]


def test_embeds_are_cards_and_rules_are_ornaments() -> None:
    assert body(Embed("video", "The diner", 0), Rule(), links=("https://www.tube.example/1",)) == [
        "▸ The diner¹ · tube.example",
        "",
        "               ·   ·   ·",
    ]


def test_code_is_verbatim_and_as_wide_as_it_is() -> None:
    lines = body(Code("a\tb\n\n  c" + "d" * 50), measure=30)
    assert [line.rstrip() for line in lines] == [" a   b", "", "   c" + "d" * 50]
    assert {len(line) for line in lines} == {55}


def test_small_letters_are_drawn_where_they_exist() -> None:
    spans = p("H", Span("2", SUBSCRIPT), "O m", Span("2", SUPERSCRIPT), " 1", Span("st", SUPERSCRIPT))
    assert body(spans) == ["H₂O m² 1st"]
    assert body(spans, glyphs=ASCII) == ["H2O m2 1st"]


def test_tables_align_their_columns_and_numbers_to_the_right() -> None:
    rows = (("Film", "Budget"), ("Heat", "$60m"), ("The Insider", "$90m"), ("Ali", "$107m"))
    table = Table(tuple(tuple(cell(text) for text in row) for row in rows), 1, cell("Rounded"))
    assert body(table) == [
        "Film         Budget",
        "───────────────────",
        "Heat           $60m",
        "The Insider    $90m",
        "Ali           $107m",
        "Rounded",
    ]


def test_tables_too_wide_wrap_their_cells_and_part_their_rows() -> None:
    rows = (("Marquee Daily", "says not yet on casting and more"), ("Slate", "x"))
    assert body(Table(tuple(tuple(cell(text) for text in row) for row in rows)), measure=30) == [
        "Marquee Daily  says not yet on",
        "               casting and",
        "               more",
        "",
        "Slate          x",
    ]


def test_headings_wrap_before_titles_do() -> None:
    rows = (
        ("Film", "Weekend gross", "Cinemas showing", "Weeks on screen"),
        ("The Salt Road", "€ 1 204 000", "312", "1"),
        ("Nine Rooms, One Key", "€ 911 500", "288", "4"),
        ("Lamplighters", "€ 86 000", "41", "12"),
    )
    assert body(Table(tuple(tuple(cell(text) for text in row) for row in rows), 1), measure=52) == [
        "                                              Weeks",
        "                                    Cinemas      on",
        "Film                 Weekend gross  showing  screen",
        "───────────────────────────────────────────────────",
        "The Salt Road          € 1 204 000      312       1",
        "Nine Rooms, One Key      € 911 500      288       4",
        "Lamplighters              € 86 000       41      12",
    ]


def test_texts_give_way_before_numbers_do() -> None:
    rows = (("Where", "What was said of it", "Stars"), ("Grain", "a long sentence that wraps here", "4.5"))
    assert body(Table(tuple(tuple(cell(text) for text in row) for row in rows), 1), measure=30) == [
        "       What was said of",
        "Where  it                Stars",
        "──────────────────────────────",
        "Grain  a long sentence     4.5",
        "       that wraps here",
    ]


def test_tables_that_cannot_fit_are_seen_through_a_window() -> None:
    table = Table((tuple(cell(f"column{n}") for n in range(6)),))
    (line,) = [line for line in typeset(article(), Document((table,)), 30) if line.wide]
    full = "  ".join(f"column{n}" for n in range(6))
    assert line.text == full
    assert windowed(line, 30, 0, UNICODE).text == full[:29] + "›"
    assert windowed(line, 30, 4, UNICODE).text == "‹" + full[5:33] + "›"
    assert windowed(line, 30, 99, UNICODE).text == "‹" + full[-29:]


def test_an_arrow_stands_only_where_words_are_cut() -> None:
    code = Code("a line that is longer than the measure\nshort")
    long, short = (line for line in typeset(article(), Document((code,)), 30) if line.wide)
    assert windowed(long, 30, 0, UNICODE).text == " a line that is longer than t›"
    assert windowed(short, 30, 0, UNICODE).text == f" {'short':<29}"
    assert windowed(short, 30, 4, UNICODE).text == f"‹{'t':<29}"


def test_the_caption_of_a_table_is_not_taken_for_a_line_of_its_last_row() -> None:
    caption = (Span("Of the weekend"),)
    rows = ((cell("A name that goes on and on for long"), cell("1")), (cell("Short"), cell("2")))
    assert body(Table(rows, 0, caption), measure=30)[-3:] == [f"{'Short':<27} 2", "", "Of the weekend"]
    assert body(Table(rows[1:], 0, caption), measure=30)[-2:] == ["Short  2", "Of the weekend"]


def test_a_window_never_cuts_a_wide_character() -> None:
    line = Line((Run("| ", "bar"), Run("電影" * 20)), wide=True, inset=2)
    seen = {shift: windowed(line, 20, shift, UNICODE) for shift in range(70)}
    assert {shift: line.cells for shift, line in seen.items()} == dict.fromkeys(range(70), 20)
    assert seen[2].text == "| ‹ 電影電影電影電 ›"
    assert seen[3].text == "| ‹電影電影電影電影›"


def test_a_wide_table_costs_little_more_than_its_words() -> None:
    table = Table(tuple(tuple(cell(f"cell {x} of {y}") for x in range(100)) for y in range(60)), 1)
    every = [Run(" ".join(span.text for row in table.rows for spans in row for span in spans))]

    def cost(work: Callable[[], object]) -> float:
        start = process_time()
        work()
        return process_time() - start

    words = min(cost(lambda: list(fill(every, 80, 80))) for _ in range(3))
    assert min(cost(lambda: body(table)) for _ in range(3)) < 2.5 * words


def test_ragged_and_empty_tables_do_no_harm() -> None:
    assert body(Table(((cell("a"), cell("b")), (cell("c"),), ()))) == ["a  b", "c"]
    assert body(Table(()), p("x")) == ["x"]


@pytest.mark.parametrize(
    "blocks",
    [
        (Code("x\n" * 100_000),),
        (p("x\n" * 100_000),),
        (p("x"),) * 100_000,
        (Quote((p("x"),) * 100_000),),
        (List(((p("x"),),) * 100_000),),
        (List(((p("x"),),) * 100_000, start=1),),
        (Table(((cell("x"),),) * 100_000),),
    ],
)
def test_an_article_without_end_is_shown_as_far_as_anyone_scrolls(blocks: tuple[Block, ...]) -> None:
    lines = whole(Document(blocks))
    assert len(lines) < 20_100
    assert lines[-3:] == ["", "It goes on beyond what is shown here;", "`newsreel show 1` prints it all."]


def test_a_block_without_words_takes_nothing_away() -> None:
    assert body(List(((Figure("u"), p("x")), (p(" "), p("y")))), p("")) == ["• x", "• y"]
    assert body(Quote(()), List(()), p(" "), p("z")) == ["z"]


def test_chinese_wraps_between_characters_and_punctuation_stays() -> None:
    assert body(p("电影节公布了片单，其中有新片。"), measure=16) == ["电影节公布了片", "单，其中有新片。"]
    assert body(p("电影节公布了片，其中"), measure=14) == ["电影节公布了", "片，其中"]


def test_a_word_longer_than_the_line_is_broken_at_a_cell() -> None:
    assert body(p("see ", "https://a.example/" + "x" * 20, " ok"), measure=20) == [
        "see",
        "https://a.example/xx",
        "xxxxxxxxxxxxxxxxxx",
        "ok",
    ]


def test_emoji_and_their_joiners_stay_whole() -> None:
    lines = [runs for _, runs in fill([Run("👩‍🚀" * 6)], 5, 5)]
    assert ["".join(run.text for run in runs) for runs in lines] == ["👩‍🚀👩‍🚀"] * 3


def test_a_dash_lets_the_line_end_behind_it() -> None:
    assert body(p("nothing—not one word—said"), measure=16) == ["nothing—not one", "word—said"]


def test_right_to_left_text_keeps_its_order_and_stands_at_the_right() -> None:
    assert body(p("הסרט החדש של מאן"), measure=10) == [" הסרט החדש", "    של מאן"]


def test_the_deepest_nesting_is_set_without_harm() -> None:
    block: object = p("at the bottom")
    for _ in range(100):
        block = Quote((List(((block,),)),))  # type: ignore[arg-type]
    lines = body(block, measure=44)
    assert lines[-1].endswith("at the bottom")
    assert max(map(cell_len, lines)) <= 44


def test_the_longest_word_and_the_longest_line_of_code_are_set_in_their_stride() -> None:
    word, size = "x" * 300_000, 300_000
    assert body(p(word), measure=40) == ["x" * 40] * (size // 40)
    assert "".join(body(p("電" * 30_000), measure=40)) == "電" * 30_000
    assert [line.strip() for line in body(Code(word), measure=40)] == ["x" * 400] * (size // 400)
    assert len(body(Table(((cell("a"),) * 3000, *(((cell("b"),),) * 3000))))) == 3001


# ------------------------------------------------------------ running text again


def lines_of(*blocks: object, measure: int = 20) -> list[Line]:
    document = Document(tuple(blocks), ("https://x.example/",))  # type: ignore[arg-type]
    return [line for line in typeset(article(), document, measure) if line.leaf >= 0]


def test_what_is_copied_has_neither_breaks_nor_bars_nor_numbers() -> None:
    lines = lines_of(Quote((p("The book goes ", Span("both ways", 0, 0), " in time"),)), p("b"), measure=26)
    assert [line.text for line in lines[:4]] == ["┃ The book goes both ways¹", "┃ in time", "", "b"]
    assert copied(lines[:4], None, None) == "The book goes both ways in time\n\nb"
    assert copied(lines[:4], (0, 6), (1, 4)) == "book goes both ways in"
    assert copied(lines[:4], (0, 0), (0, 5)) == "The"


def test_words_broken_at_a_cell_are_copied_whole() -> None:
    assert copied(lines_of(p("x" * 50))[:3], None, None) == "x" * 50


def test_finding_sees_through_line_ends_and_numbers() -> None:
    lines = lines_of(p("Ferrari first, then ", Span("this", 0, 0), " one. FIRST again."))
    assert [line.text for line in lines[:3]] == ["Ferrari first, then", "this¹ one. FIRST", "again."]
    assert found(lines, "first") == [[(0, 8, 13)], [(1, 11, 16)]]
    assert found(lines, " then  this one") == [[(0, 15, 19), (1, 0, 4), (1, 5, 9)]]
    assert found(lines, "nowhere") == []
    assert found(lines, "  ") == []
    assert found(lines, "(") == []


# ------------------------------------------------------------ any document at all

LETTERS = st.text("abcxyz éñ—-电影は。👍\u0301ש\n", min_size=1, max_size=24)
SPANS = st.lists(
    st.builds(Span, LETTERS, st.sampled_from([0, STRONG, EMPHASIS, CODE]), st.integers(-1, 2)), max_size=5
).map(tuple)
SIMPLE = st.one_of(
    st.builds(Paragraph, SPANS),
    st.builds(Heading, st.integers(1, 6), SPANS),
    st.builds(Figure, st.just("u"), st.just(""), SPANS),
    st.builds(Rule),
    st.builds(Embed, st.just("video"), LETTERS, st.integers(-1, 4)),
)


def containers(blocks: st.SearchStrategy) -> st.SearchStrategy:
    few = st.lists(blocks, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Quote, few, st.booleans()),
        st.builds(List, st.lists(few, max_size=3).map(tuple), st.none() | st.integers(-3, 12000)),
    )


BLOCKS = st.lists(st.recursive(SIMPLE, containers, max_leaves=12), max_size=5).map(tuple)
LINKS = ("https://www.a.example/b", "https://b.example/" + "c" * 90, "https://電影.example/")
TABLES = st.builds(
    Table,
    st.lists(st.lists(SPANS, max_size=6).map(tuple), max_size=5).map(tuple),
    st.integers(0, 2),
    SPANS,
)


def bare(text: str) -> str:
    return "".join(text.split())


def said(block: object) -> str:
    match block:
        case Paragraph(spans) | Heading(_, spans) | Figure(_, _, spans):
            return "".join(span.text for span in spans)
        case Quote(blocks):
            return "".join(map(said, blocks))
        case List(items):
            return "".join(said(inner) for item in items for inner in item)
        case Embed(_, title):
            return title
    return ""


@settings(max_examples=150, deadline=None)
@given(blocks=BLOCKS, measure=st.integers(20, 90), ascii_only=st.booleans())
def test_every_line_fits_and_every_word_is_there(blocks: tuple, measure: int, ascii_only: bool) -> None:
    document = Document(blocks, LINKS)
    lines = list(typeset(article(), document, measure, ASCII if ascii_only else UNICODE))
    assert [line.text for line in lines if line.cells > measure] == []
    text = bare("".join(part for part, _ in words([line for line in lines if line.leaf >= 0])))
    at = 0
    for block in blocks:
        for letter in bare(said(block)):
            at = text.find(letter, at) + 1
            assert at > 0, (letter, text)


@settings(max_examples=100, deadline=None)
@given(table=TABLES, measure=st.integers(20, 90))
def test_every_table_fits_or_is_wide(table: Table, measure: int) -> None:
    lines = list(typeset(article(), Document((table,), LINKS), measure))
    assert [line.text for line in lines if line.cells > measure and not line.wide] == []
    drawn = sorted(bare("".join(part for part, _ in words([line for line in lines if line.leaf >= 0]))))
    cells = [span.text for row in table.rows for spans in row for span in spans]
    assert drawn == sorted(bare("".join([*cells, *(span.text for span in table.caption)])))


@settings(max_examples=60, deadline=None)
@given(blocks=BLOCKS, query=st.text("abxy 电", min_size=1, max_size=3), measure=st.integers(20, 60))
def test_what_is_found_is_what_was_asked_for(blocks: tuple, query: str, measure: int) -> None:
    lines = list(typeset(article(title="T", feed_title="F"), Document(blocks), measure))
    for spots in found(lines, query):
        drawn = "".join(lines[spot.y].text[spot.start : spot.end] for spot in spots)
        assert bare(drawn).casefold() == bare(query).casefold()


@given(text=LETTERS, cells=st.integers(0, 30))
def test_splitting_loses_nothing(text: str, cells: int) -> None:
    left, right = split([Run(text), Run(text, "meta")], cells)
    assert "".join(run.text for run in (*left, *right)) == text + text
    assert sum(cell_len(run.text) for run in left) <= cells
    assert sum(cell_len(run.text) for run in cut([Run(text)], cells + 1, "…")) <= cells + 1


@pytest.mark.parametrize("word", ["映画館の灯りが消える時、", "x", "é"])
def test_the_first_lines_of_an_endless_word_do_not_wait_for_the_last(word: str) -> None:
    def seconds(lines: int | None) -> float:
        start = process_time()
        text = fill([Run(word * (150_000 // len(word)))], 72, 72)
        assert all(width(runs) <= 72 for _, runs in islice(text, lines))
        return process_time() - start

    assert seconds(60) < seconds(None) / 4


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("שלום", True),
        ("“שלום” said nobody", True),
        ("12. فيلم Heat", True),
        ("Heat هو فيلم", False),
        ("¿Qué?", False),
        ("٣٤", False),
        ("…", False),
        ("", False),
    ],
)
def test_the_first_letter_says_which_way_text_runs(text: str, leftward: bool) -> None:
    assert runs_left([Run(text[:3]), Run(text[3:])]) == leftward


def test_bars_and_bullets_stand_behind_a_line_in_the_mirror_and_numbers_stay() -> None:
    prefix = (Run("┃ ", "bar"), Run(" 9. ", "marker"), Run("• ", "marker"))
    assert sides(prefix) == ((Run(" 9. ", "marker"),), (Run(" •", "marker"), Run(" ┃", "bar")))
