"""The one table of actions: keys, hints, palette, help, `newsreel keys` and the README come from it.

Standard library only: commands read it without Textual.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Focus = Literal["list", "sidebar", "article", "bookmarks"]
FOCUSES: tuple[Focus, ...] = ("list", "sidebar", "article", "bookmarks")
Need = Literal["", "article", "url", "feed", "feeds", "undo", "search"]

ALL = frozenset(FOCUSES)
LISTS: frozenset[Focus] = frozenset(("list", "sidebar", "bookmarks"))
ARTICLES: frozenset[Focus] = frozenset(("list", "article", "bookmarks"))
ROWS: frozenset[Focus] = frozenset(("list", "bookmarks"))
MAIN: frozenset[Focus] = frozenset(("list", "sidebar", "article"))
SIDEBAR: frozenset[Focus] = frozenset(("sidebar",))
ARTICLE: frozenset[Focus] = frozenset(("article",))
LIST: frozenset[Focus] = frozenset(("list",))


class Action(NamedTuple):
    """One thing a key can do. `keys` stand apart by spaces; `gg` is g, then g; `1-9` is any digit.

    The id names the part of the screen that does it, and its method: "mark.read".
    """

    id: str
    keys: str
    label: str
    help: str
    where: frozenset[Focus]
    needs: Need = ""
    """What must be in hand: an article, its address, a feed, that or a folder, a deed to undo, a search."""


GROUPS: dict[str, tuple[Action, ...]] = {
    "Moving": (
        Action("move.down", "j down", "down", "The next row; in an article, a line down.", ALL),
        Action("move.up", "k up", "up", "The row before; in an article, a line up.", ALL),
        Action("move.page_down", "ctrl+d pagedown", "page down", "Half a page down.", ALL),
        Action("move.page_up", "ctrl+u pageup", "page up", "Half a page up.", ALL),
        Action("move.top", "gg home", "top", "To the top; a list takes in what is new.", ALL),
        Action("move.bottom", "G end", "bottom", "To the end; oldest first, a list takes in news.", ALL),
        Action("pane.next", "tab", "next pane", "To the next pane.", ALL),
        Action("pane.previous", "shift+tab", "previous pane", "To the pane before.", ALL),
        Action("pane.back", "h left escape q", "back", "Back: article, list, outlets.", ALL),
        Action("section.go", "1-9", "section", "To a section: 1 Today, 2 Unread, 3 All …", LISTS),
        Action("feed.previous", "[", "previous outlet", "The previous outlet with unread.", ALL),
        Action("feed.next", "]", "next outlet", "The next outlet with unread.", ALL),
    ),
    "Reading": (
        Action("section.open", "enter l right", "open", "Open this list.", SIDEBAR),
        Action("read.open", "enter l right", "open", "Open the article.", ROWS),
        Action("read.on", "space", "read on", "Scroll; at the end, the next unread article.", ALL),
        Action("read.next", "n", "next unread", "The next unread; in a find, the next match.", ALL),
        Action("read.previous", "p", "previous unread", "The unread article before.", ALL),
        Action("article.find", "/", "find", "Find words in this article; n and N move.", ARTICLE, "article"),
        Action("article.find_previous", "N", "match before", "The match before.", ARTICLE, "article"),
        Action("article.left", "<", "scroll left", "Scroll a wide table or code back.", ARTICLE, "article"),
        Action("article.right", ">", "scroll right", "Scroll a wide table or code.", ARTICLE, "article"),
        Action("link.go", "1-9", "open link", "Open the link of that number.", ARTICLE, "article"),
        Action("link.list", "u", "links", "List the links by number.", ARTICLES, "article"),
        Action("link.hint", ";", "link hints", "Letters on the links in sight.", ARTICLE, "article"),
        Action("link.open", "o", "browser", "Open in the browser.", ARTICLES, "url"),
        Action("link.copy", "y", "copy link", "Copy the link, over SSH too (OSC 52).", ARTICLES, "url"),
        Action("page.full_text", "x", "full text", "Fetch the whole article from its page.", ARTICLES, "url"),
        Action("page.play", "e", "play", "Play its file or trailer, or one of several.", ARTICLES, "article"),
        Action("article.pipe", "|", "pipe", "Pipe the article's text to a command.", ARTICLES, "article"),
    ),
    "Keeping": (
        Action("rows.select", "V", "select rows", "Select rows to the cursor; then m or b.", LIST),
        Action("quote.select", "v", "select lines", "Pick lines; Enter copies and keeps them.", ARTICLE,
               "article"),
        Action("mark.bookmark", "b", "bookmark", "Keep a copy, or give it up.", ARTICLES, "article"),
        Action("bookmarks.show", "B", "bookmarks", "Show or hide the bookmarks sidebar.", ALL),
        Action("mark.note", "t", "tags and note", "Bookmark with tags and a note.", ARTICLES, "article"),
        Action("article.save", "S", "save", "Save as Markdown in this folder.", ARTICLES, "article"),
        Action("mark.read", "m", "read/unread", "Mark read or unread.", ARTICLES, "article"),
        Action("mark.list", "A", "mark list read", "Mark this list read (U undoes).", MAIN),
        Action("page.pack", "P", "pack", "Fetch whole articles to read offline.", ALL),
        Action("mark.undo", "U", "undo", "Undo the last mark or bookmark.", ALL, "undo"),
    ),
    "Stories": (
        Action("story.coverage", "c", "coverage", "Every outlet of this story, and why together.", ARTICLES,
               "article"),
        Action("following.name", "w", "follow", "Follow this film, person or story.", ALL),
        Action("story.timeline", "T", "timeline", "What happened to this film or person so far.", ALL),
        Action("story.releases", "D", "release dates", "Every release date stated, and by whom.", ALL),
        Action("guard.reveal", ".", "reveal", "Show what the spoiler guard hides.", ARTICLES, "article"),
    ),
    "Finding": (
        Action("list.search", "/", "search", "Search titles and texts of the whole library.", LISTS),
        Action("list.filter", "f", "filter", "Narrow this list as you type.", LISTS),
        Action("list.order", "O", "oldest first", "Lists oldest first, or newest first again.", ALL),
        Action("list.unread_only", "", "unread only", "Outlets, folders, names without what is read.", ALL),
        Action("mark.mute", "", "mute this search", "Mute what this search finds.", LIST, "search"),
        Action("mark.mutes", "", "what is muted", "Every mute, until when, what it marked; lift one.", ALL),
    ),
    "Outlets": (
        Action("refresh.feed", "r", "refresh", "Ask this outlet, or a folder's, for news now.", ALL, "feeds"),
        Action("refresh.all", "R", "refresh all", "Ask every outlet not asked just now.", ALL),
        Action("feed.add", "a", "add feed", "Subscribe to a feed or a page that names one.", ALL),
        Action("feed.choose", "", "choose outlets", "Tick film outlets in a list, or import a file.", ALL),
        Action("feed.edit", "E", "edit feed", "Change or unsubscribe an outlet; rename a folder.", ALL,
               "feeds"),
        Action("sidebar.fold", "=", "fold", "Fold this folder, or show its outlets again.", SIDEBAR),
        Action("sidebar.fold_all", "", "fold all folders", "Fold every folder, or show all again.", ALL),
        Action("sidebar.unread_only", "", "hide outlets with nothing unread",
               "Leave outlets with nothing unread out of the sidebar, or not.", ALL),
        Action("feed.health", "H", "feed health", "How each outlet is doing, and why.", ALL),
    ),
    "The window": (
        Action("look.density", "v", "density", "One line, three or two for each row.", LISTS),
        Action("look.zen", "z", "zen", "Only the article, or all panes again.", ALL),
        Action("app.settings", "comma", "settings", "Every setting, to see and to change.", ALL),
        Action("app.commands", ": ctrl+p", "commands", "Every command by name.", ALL),
        Action("app.help", "?", "keys", "The keys and marks, searchable.", ALL),
        Action("app.copy", "ctrl+c", "copy", "Copy the selected text.", ALL),
        Action("app.messages", "", "what was said", "What the status line said, whole.", ALL),
        Action("app.suspend", "ctrl+z", "suspend", "Back to the shell; fg returns.", ALL),
        Action("app.quit", "Q", "quit", "Quit.", ALL),
    ),
}  # fmt: skip

ACTIONS: tuple[Action, ...] = tuple(action for group in GROUPS.values() for action in group)
BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}

COUNTED = frozenset(("move.down", "move.up"))
"""Actions that a count repeats."""
NUMBERED = frozenset(("section.go", "link.go"))
"""Actions that need the digit of their key."""

LACKS: dict[Need, str] = {
    "article": "No article here: choose one first.",
    "url": "No link here: the article has none, or none is chosen.",
    "feed": "No outlet here: choose one first.",
    "feeds": "No outlet here: choose one first.",
    "undo": "Nothing to undo.",
    "search": "No search here: search for what is to be muted first.",
}
"""What to say when what an action needs is not there."""

PRESETS: dict[str, dict[str, str]] = {
    "default": {},
    "vim": {
        "move.page_down": "ctrl+d ctrl+f pagedown",
        "move.page_up": "ctrl+u ctrl+b pageup",
        "link.open": "gx o",
        "link.list": "gl",
        "mark.undo": "u U",
        "section.go": "",
        "app.quit": "ZZ ZQ Q",
    },
    "newsboat": {
        "move.down": "J down",
        "move.up": "K up",
        "feed.next": "j ctrl+n ]",
        "feed.previous": "k ctrl+p [",
        "mark.bookmark": "ctrl+b b",
        "mark.read": "N",
        "article.find_previous": "M",
        "list.filter": "F",
        "section.go": "",
        "app.commands": ":",
    },
    "netnewswire": {
        "move.up": "up",
        "read.next": "n +",
        "read.previous": "p -",
        "read.open": "right l",
        "link.open": "b enter o",
        "link.list": "L",
        "mark.bookmark": "s",
        "mark.read": "r u m",
        "mark.list": "k A",
        "feed.previous": "a [",
        "feed.next": "z ]",
        "feed.add": "ctrl+n",
        "refresh.feed": "ctrl+r",
        "look.zen": "Z",
    },
}
"""What each preset binds otherwise than the default; an empty string binds nothing."""

COUNTING = frozenset(("vim", "newsboat"))
"""The presets where digits before a movement repeat it."""

HINTS: dict[Focus, tuple[str, str, str]] = {
    "list": ("read.open", "mark.bookmark", "app.help"),
    "sidebar": ("section.open", "feed.add", "app.help"),
    "article": ("read.on", "mark.bookmark", "app.help"),
    "bookmarks": ("read.open", "list.filter", "app.help"),
}
"""The three keys that matter in each pane, for the status line."""
FOLDER = ("feed.edit", "sidebar.fold", "app.help")
"""Those that matter on the row of a folder."""
EMPTY = ("refresh.all", "feed.add", "app.help")
"""Those that matter where a list is empty."""
FAILED = ("refresh.all", "feed.health", "app.help")
"""Those that matter where it is because the outlets fail."""

MARKS: tuple[tuple[str, str, str], ...] = (
    ("●", "*", "unread"),
    ("◆", "+", "bookmarked"),
    ("≡", "=", "full text kept"),
    ("▸", ">", "trailer; after a folder's name: folded"),
    ("▪", "#", "picture"),
    ("◌", "?", "guarded"),
    ("~", "~", "rumour"),
    ("!", "!", "failing outlet"),
    ("+4", "+4", "four more outlets tell it (one line for each row)"),
)
"""The marks a row can carry: as drawn, in ASCII, and what they mean."""
