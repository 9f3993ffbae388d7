"""HTML as lines: what a browser shows, and nothing of what it hides."""

import importlib
from typing import Any

import pytest

from aidmodel.errors import MissingExtra
from aidmodel.io.pages.lines import Line, LineKind, text_lines
from aidmodel.io.pages.markup import html_lines, is_html


def shown(body: str) -> list[tuple[str, str]]:
    """Give the lines of the body of a page, with what each is."""
    return [(line.text, line.kind.value) for line in html_lines(f"<html><body>{body}</body></html>")[0]]


def test_blocks_are_lines_and_inline_marks_are_not() -> None:
    """Blanks and line ends of the source are single blanks; <br> ends a line."""
    body = "<div>Title <b>in\n   two</b> parts</div><p>One<br>two&nbsp;<i>words</i></p>tail"

    assert [("Title in two parts", "prose"), ("One", "prose"), ("two words", "prose"), ("tail", "prose")] == shown(body)


def test_a_label_and_its_value_may_be_two_spans() -> None:
    """The page shows a gap between them that its markup does not have; a word that is marked in part is one word."""
    body = (
        "<div><span>Status</span><span>Closed</span></div><p><b>Peru</b><b>vian</b> <span>Co</span>op <b>A</b><b>B</b>"
    )

    assert [("Status Closed", "prose"), ("Peruvian Coop AB", "prose")] == shown(body)


def test_the_marks_say_what_a_line_is() -> None:
    """Headings, terms, their definitions, and items, numbered as the browser numbers them."""
    facts = "<h2>Facts</h2><dl><dt>Status:</dt><dd><p>Closed</p></dd></dl>"
    body = f"{facts}<ul><li>a well</li></ul><ol start=3><li>x y</li><li>z</li></ol>"

    expected = [("Facts", "heading"), ("Status:", "label"), ("Closed", "value"), ("a well", "item")]
    assert [*expected, ("3. x y", "item"), ("4. z", "item")] == shown(body)


def test_a_row_is_one_line() -> None:
    """Its cells have tabs between them, as they have when a browser copies them; an empty last one says nothing."""
    rows = ["<th>Status</th><td>Closed</td>", "<td>a b</td><td>c</td><td>$ 5</td>", "<td>X y</td><td></td>"]
    body = f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"

    assert [("Status\tClosed", "prose"), ("a b\tc\t$ 5", "prose"), ("X y", "prose")] == shown(body)


def test_a_cell_of_several_lines_gives_values() -> None:
    """What stands in the second cell of two, line by line, is beside the same label."""
    body = "<table><tr><th>Country</th><td>Peru (44 %)<br>Chile (56 %)</td></tr></table>"

    assert [("Country\tPeru (44 %)", "prose"), ("Chile (56 %)", "value")] == shown(body)


def test_cells_of_several_lines_are_joined() -> None:
    """But for the last of two; a row of one cell is its lines, one of none nothing."""
    rows = ["<td>a<br>b</td><td>c<p>d</p></td><td>e</td>", "<td>f<br>g</td>", "<td></td><td> </td>"]
    body = f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"

    assert [("a b\tc d\te", "prose"), ("f", "prose"), ("g", "prose")] == shown(body)


def test_a_bullet_in_prose_makes_an_item() -> None:
    """As it does in text."""
    assert [("27 wells", "item"), ("28 wells", "item")] == shown("<p>• 27 wells</p><ul><li>28 wells</li></ul>")


def test_a_table_of_layout_is_no_row() -> None:
    """Where a cell holds a table or headings, the table is there for the sake of its place."""
    body = "<table><tr><td>left</td><td><h1>Title</h1><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>"

    assert [("left", "prose"), ("Title", "heading"), ("A\tB", "prose")] == shown(body)


@pytest.mark.parametrize(
    "hidden",
    [
        "<nav>Status: Closed</nav>",
        "<script>var status = 'Closed'</script>",
        "<style>p { color: red }</style>",
        "<!-- Status: Closed -->",
        "<header><h2>Site</h2></header>",
        "<footer>Status</footer>",
        "<aside>Status: Closed</aside>",
        '<div role="navigation">Home</div>',
        '<ul class="breadcrumb small"><li>Home</li></ul>',
        '<div id="footer">Page 1 of 1</div>',
        "<p hidden>Status: Closed</p>",
        '<p style="color: red; DISPLAY : none">Status: Closed</p>',
        '<p aria-hidden="true">Status: Closed</p>',
        "<select><option>Closed</option></select>",
        "<button>Search</button>",
    ],
)
def test_what_is_not_shown_or_leads_elsewhere_is_left(hidden: str) -> None:
    """Scripts, hidden elements, controls, and the navigation that the markup marks as such."""
    assert [("Title", "prose")] == shown(f"{hidden}<p>Title</p>")


def test_a_header_with_the_title_and_the_foot_of_an_article_stay() -> None:
    """They belong to the page, not to the site."""
    body = "<header><h1>Title</h1></header><article><footer>Last Modified: 2025-01-15</footer></article>"

    assert [("Title", "heading"), ("Last Modified: 2025-01-15", "prose")] == shown(body)


def test_the_head_says_what_the_page_is() -> None:
    """The title of the window, the address and the site: for its marks, and never among the lines."""
    page = (
        "<html><head><title>A  title</title><link rel='canonical' href='https://example.org/p'>"
        "<meta property='og:site_name' content='A site'><meta name='keywords' content='no'></head><body>x</body></html>"
    )

    assert ("A title", "https://example.org/p", "A site") == html_lines(page)[1]


@pytest.mark.parametrize(
    ("page", "cut"),
    [
        ("<html><body><p>x</p></body></html>", False),
        ("<p>x</p>", False),
        ("<html><body><p>x", True),
        ("<HTML><body><p>x</p></BODY></HTML>\n", False),
        ("<p>x</p><di", True),
        ("<div>a < b</div>", False),
    ],
)
def test_a_page_that_was_cut_off_is_seen(page: str, cut: bool) -> None:
    """It has begun what it does not end, or ends inside a tag."""
    assert cut is html_lines(page)[2]


def test_lines_know_their_line_in_the_source() -> None:
    """It is that of the element the words begin in."""
    page = "<html>\n<body>\n<p>one</p>\n<dl>\n<dt>A</dt><dd>b</dd></dl>\n<table>\n<tr><td>c</td><td>d</td></tr></table>"

    assert [3, 5, 5, 7] == [line.number for line in html_lines(page)[0]]


def test_xhtml_is_html() -> None:
    """The declaration of XML before it changes nothing."""
    page = '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>'

    assert ["x"] == [line.text for line in html_lines(page)[0]]


def test_a_page_may_be_as_deep_as_it_likes() -> None:
    """It is walked without recursion."""
    assert ("x",) == tuple(line.text for line in html_lines("<div>" * 3000 + "x" + "</div>" * 3000)[0])


def test_text_and_markup_give_the_same_lines() -> None:
    """But for the marks: a list that was copied has bullets or numbers, a table tabs."""
    text = "Title\nStatus\tClosed\n• a well\n1. first"
    table = "<table><tr><td>Status</td><td>Closed</td></tr></table>"
    page = f"<h1>Title</h1>{table}<ul><li>a well</li></ul><ol><li>first</li></ol>"

    assert [line.text for line in text_lines(text)] == [line.text for line in html_lines(page)[0]]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("  <div>x</div>", True),
        ("Copied: <b>x</b></p>", True),
        ("Growth of < 5 % and > 2 %", False),
        ("Status: Closed", False),
        ("<5 years of age", False),
    ],
)
def test_html_is_known_by_its_tags(text: str, html: bool) -> None:
    """A sign in prose makes no tag."""
    assert html is is_html(text)


def test_without_the_parser_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTML needs a package that the library does not; text does not need it."""

    def missing(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr("aidmodel.io.pages.markup.import_module", missing)
    with pytest.raises(MissingExtra) as error:
        html_lines("<p>x</p>")

    assert MissingExtra("html", "beautifulsoup4", "reading HTML") == error.value
    assert 'reading HTML needs beautifulsoup4, which is not installed: pip install "aidmodel[html]"' == str(error.value)


def test_a_parser_that_is_broken_says_so_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing inside it is no fault of the caller's."""

    def broken(_: str) -> Any:
        raise ModuleNotFoundError("No module named 'soupsieve'", name="soupsieve")

    monkeypatch.setattr("aidmodel.io.pages.markup.import_module", broken)
    with pytest.raises(ModuleNotFoundError, match="soupsieve"):
        html_lines("<p>x</p>")

    assert importlib.import_module("bs4")


def test_a_line_is_what_it_says() -> None:
    """Lines are values."""
    assert Line("x", 1, LineKind.PROSE) == Line("x", 1)


def test_preformatted_text_keeps_its_lines() -> None:
    """With its tabs, its bullets and the lines it stands in, whatever is marked within."""
    text = "A well\n\nStatus\tClosed\r\n  • 27 wells\nPeru  and\nChile"
    marked = text.replace("A well", "<b>A</b> <!-- no --><i>well</i>").replace("and", "<a>and</a>")

    assert text_lines(text) == html_lines(f"<pre>{text}</pre>")[0]
    assert text_lines(text) == html_lines(f"<pre>{marked}</pre>")[0]


def test_behind_preformatted_text_blanks_are_blanks() -> None:
    """A line end of the source ends no line there."""
    assert [("a", "prose"), ("b", "prose"), ("c d", "prose"), ("e f", "prose")] == shown(
        "<pre>a\nb</pre>c\nd<p>e\nf</p>"
    )
