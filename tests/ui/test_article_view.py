"""The article pane under the pilot: moving, finding, links, selecting, resizing."""

from __future__ import annotations

import pytest
from textual.geometry import Offset, Size
from textual.selection import SELECT_ALL, Selection

from reader.document import Code, Document, Paragraph, Quote, Span, Table
from reader.ui.widgets.article_view import ArticleView, measure_for
from tests.ui.stage import Stage, article, shown

LINKS = ("https://courier.example/novel", "https://www.backlot.example/")
SHORT = Document(
    (
        Paragraph(
            (Span("The novel came out while he was shooting. "), Span("A review", 0, 0), Span(" says so."))
        ),
    ),
    LINKS[:1],
)
LONG = Document(
    tuple(
        Paragraph((Span(f"Paragraph {n} says one thing and then another, as they do."),)) for n in range(400)
    )
)


class Recording(Stage):
    chosen: list[tuple[str, str]]

    def on_article_view_link_chosen(self, message: ArticleView.LinkChosen) -> None:
        self.chosen.append((message.url, message.text))


def stage(view: ArticleView) -> Recording:
    app = Recording(view)
    app.chosen = []
    return app


@pytest.mark.parametrize(
    ("width", "expected"), [(200, 80), (88, 80), (80, 72), (52, 48), (46, 44), (20, 18), (1, 1)]
)
def test_the_measure_leaves_air(width: int, expected: int) -> None:
    assert measure_for(width) == expected


async def test_an_article_is_drawn_in_the_middle() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(60, 12)) as pilot:
        view.show(article(published=None, first_seen=0), SHORT)
        await pilot.pause()
        assert [line.strip() for line in shown(pilot.app).split("\n")][:9] == [
            "", "The Backlot Reporter", "", "Mann says Heat 2 is next", "", view.lines[5].text, "",
            "The novel came out while he was shooting. A review¹ says", "so.",
        ]  # fmt: skip
        assert shown(pilot.app).split("\n")[1].startswith("  The")


async def test_the_head_of_a_long_article_is_there_at_once_and_the_rest_follows() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(80, 24)) as pilot:
        view.show(article(), LONG)
        assert 24 < len(view.lines) < 60
        for _ in range(100):
            if view.virtual_size.height == 808:
                break
            await pilot.pause()
        assert view.virtual_size.height == len(view.lines) == 8 + 799 + 1


async def test_space_reads_to_the_end_and_says_so() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(80, 24)) as pilot:
        view.show(article(), LONG)
        pages = 0
        while view.scroll_page():
            pages += 1
            assert pages < 50
        await pilot.pause()
        assert view.scroll_offset.y == len(view.lines) - 24
        assert pages == 36
        assert view.position == 1000


async def test_a_short_article_is_at_its_end() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(80, 24)):
        view.show(article(), SHORT)
        assert (view.scroll_page(), view.position) == (False, 0)


async def test_moving_stays_inside_the_article() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(80, 24)):
        view.show(article(), LONG)
        seen = []
        for move in (
            lambda: view.scroll_lines(3),
            lambda: view.scroll_lines(-9),
            lambda: view.scroll_half_page(1),
            view.go_end,
            lambda: view.scroll_lines(1),
            view.go_home,
        ):
            move()
            seen.append(view.scroll_offset.y)
        assert seen == [3, 0, 12, 784, 784, 0]
        view.position = 500
        assert (view.scroll_offset.y, view.position) == (392, 500)


async def test_the_next_article_starts_at_its_top() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(80, 24)) as pilot:
        view.show(article(), LONG)
        view.go_end()
        view.show(article(title="Another"), LONG)
        await pilot.pause()
        assert (view.scroll_offset.y, "Another" in shown(pilot.app)) == (0, True)


async def test_a_new_width_keeps_the_place() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(100, 24)) as pilot:
        view.show(article(), LONG)
        view.go_end()
        y = next(y for y, line in enumerate(view.lines) if line.leaf == 9)
        view.scroll_lines(y - view.scroll_offset.y)
        for width in (46, 120, 100):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            assert view.lines[view.scroll_offset.y].leaf == 9


async def test_an_article_shown_while_hidden_is_there_when_the_pane_is() -> None:
    view = ArticleView()
    view.display = False
    async with stage(view).run_test(size=(60, 24)) as pilot:
        view.show(article(), LONG)
        view.position = 500
        view.display = True
        await pilot.pause()
        assert (view.position, "Paragraph 200" in shown(pilot.app)) == (500, True)


async def test_the_empty_pane_is_quiet_or_says_one_thing() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(60, 12)) as pilot:
        assert shown(pilot.app).strip() == ""
        view.show(article(), SHORT)
        view.clear("Nothing unread. U undoes, R asks the outlets again, next in 24 min.")
        await pilot.pause()
        assert [line.strip() for line in shown(pilot.app).split("\n") if line] == [
            "Nothing unread. U undoes, R asks the outlets again, next",
            "in 24 min.",
        ]
        assert (view.scroll_page(), view.links(), view.find("x"), view.position) == (False, [], 0, 0)


async def test_finding_goes_round_and_ends() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(80, 24)) as pilot:
        view.show(article(), LONG)
        assert view.find("paragraph 39") == 11
        assert [view.find_next(), view.find_previous(), view.find_previous()] == [2, 1, 11]
        await pilot.pause()
        assert "Paragraph 399" in shown(pilot.app)
        assert (view.find("nowhere"), view.find_next(), view.find_previous()) == (0, 0, 0)
        view.find("Paragraph 5 says")
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert len(view._find.places) == 1
        view.clear_find()
        assert view.find_next() == 0


async def test_links_are_chosen_by_number_and_by_mouse() -> None:
    view = ArticleView()
    app = stage(view)
    async with app.run_test(size=(60, 12)) as pilot:
        view.show(article(), SHORT)
        await pilot.pause()
        assert view.links() == [LINKS[0]]
        assert [view.open_link(n) for n in (0, 1, 2)] == [False, True, False]
        row = next(y for y, text in enumerate(shown(app).split("\n")) if "A review" in text)
        column = shown(app).split("\n")[row].index("A review")
        await pilot.click(ArticleView, offset=(column + 2, row))
        await pilot.click(ArticleView, offset=(column - 4, row))
        await pilot.pause()
        assert app.chosen == [(LINKS[0], "A review")] * 2


async def test_selected_text_is_copied_as_it_was_written() -> None:
    view = ArticleView()
    async with stage(view).run_test(size=(50, 20)) as pilot:
        view.show(article(), Document((Quote((SHORT.blocks[0],)),), LINKS[:1]))
        await pilot.pause()
        y = next(y for y, line in enumerate(view.lines) if "novel" in line.text)
        assert view.get_selection(Selection(Offset(-3, y), Offset(5, y + 1))) == (
            "The novel came out while he was shooting. A rev",
            "\n",
        )
        assert view.get_selection(SELECT_ALL)[0].startswith("The Backlot Reporter\n\nMann says")


async def test_dragging_selects_and_does_not_follow_links() -> None:
    view = ArticleView()
    app = stage(view)
    async with app.run_test(size=(60, 14)) as pilot:
        view.show(article(), SHORT)
        await pilot.pause()
        row = next(y for y, text in enumerate(shown(app).split("\n")) if "A review" in text)
        column = shown(app).split("\n")[row].index("A review")
        await pilot.mouse_down(ArticleView, offset=(column, row))
        await pilot.hover(ArticleView, offset=(column + 6, row))
        await pilot.mouse_up(ArticleView, offset=(column + 6, row))
        await pilot.pause()
        assert (app.screen.get_selected_text(), app.chosen) == ("A revie"[:7].strip(), [])


async def test_wide_tables_move_under_their_window() -> None:
    view = ArticleView()
    row = tuple((Span(f"column number {n}"),) for n in range(9))
    async with stage(view).run_test(size=(60, 20)) as pilot:
        view.show(article(), Document((Table((row,)), Code("short"))))
        await pilot.pause()
        assert "column number 0  column number 1" in shown(pilot.app)
        assert [view.scroll_wide(1) for _ in range(12)] == [True] * 12
        await pilot.pause()
        assert "column number 8" in shown(pilot.app)
        assert " short" in shown(pilot.app)
        view.show(article(), SHORT)
        assert view.scroll_wide(1) is False


async def test_nothing_of_a_hostile_article_reaches_the_terminal() -> None:
    view = ArticleView()
    evil = "a\x1b]0;pwned\x07b\x9b31m\u202ec [bold red]d[/nope] [@click=app.quit]e[/]"
    async with stage(view).run_test(size=(80, 20)) as pilot:
        view.show(article(title=evil, feed_title=evil), Document((Paragraph((Span(evil),)), Code(evil))))
        await pilot.pause()
        drawn = shown(pilot.app)
        assert [letter for letter in "\x1b\x07\x9b\u202e" if letter in drawn] == []
        assert drawn.count("[@click=app.quit]e[/]") == 4
        view.clear(evil)
        await pilot.pause()
        assert "\x1b" not in shown(pilot.app)


async def test_ascii_draws_ascii_shapes_only() -> None:
    view = ArticleView(ascii_only=True)
    async with stage(view).run_test(size=(60, 20)) as pilot:
        view.show(article(bookmarked=True), Document((Quote((SHORT.blocks[0],)),), LINKS[:1]))
        await pilot.pause()
        drawn = shown(pilot.app)
        assert drawn.isascii()
        assert "A review[1]" in " ".join(drawn.split())


class Measured(ArticleView):
    """Counts the layouts that a growing text asks of the screen."""

    heights: list[int]

    def watch_virtual_size(self, _: Size, now: Size) -> None:
        self.heights = [*getattr(self, "heights", []), now.height]


async def test_an_endless_paragraph_asks_for_few_layouts_of_the_screen() -> None:
    view = Measured()
    endless = Document((Paragraph((Span("映画館の灯りが消える時、" * 8000),)),))
    async with stage(view).run_test(size=(80, 24)) as pilot:
        view.show(article(), endless)
        assert 24 < len(view.lines) < 60
        while view.virtual_size.height < 2675:
            await pilot.pause()
        assert len(view.heights) < 20
        view.scroll_lines(9000)
        assert view.scroll_offset.y == len(view.lines) - 24 > 2600
