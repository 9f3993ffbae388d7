"""The children of the root, one whole tree at a time, and what is said of files that are none of IATI."""

import gzip
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest

from aidmodel._files import BLOCK, Opened, opened
from aidmodel.errors import Unreadable
from aidmodel.io.iati import stream
from aidmodel.io.iati.stream import Root, Trees

REAL = Path(__file__).parents[5] / "shared/iati/real"


class Pieces:
    """What is open and gives blocks of the sizes it is told."""

    name = "the pieces"

    def __init__(self, blocks: Iterable[bytes]) -> None:
        self._blocks = blocks

    def blocks(self) -> Iterator[bytes]:
        yield from self._blocks


def trees_of(blocks: Iterable[bytes]) -> Trees:
    return Trees(cast("Opened", Pieces(blocks)))


def cut(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


def read(content: bytes) -> tuple[list[str], str]:
    """Give the trees as text, and what was said in the end."""
    given: list[str] = []
    try:
        with opened(content) as file:
            given.extend(ET.tostring(tree, "unicode") for tree in Trees(file))
    except Unreadable as error:
        return given, str(error)
    return given, ""


FILE = """<?xml version="1.0" encoding="UTF-8"?>
<!-- first --><?a pi?>
<iati-activities version="2.03" xmlns:b="urn:b" b:x="é" xmlns:a="urn:a" generated-datetime="2024-01-01T00:00:00Z">
  <!-- a comment -->
  <iati-activity xml:lang="en"><title><narrative>A &amp; <![CDATA[<B>]]></narrative></title></iati-activity>
  <a:own b:y="1">words</a:own>
  <iati-activity/>
</iati-activities>
<!-- last -->
""".encode()
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class TestTrees:
    def test_the_root(self) -> None:
        """It is known before anything is read of what it holds."""
        expected = Root(
            "iati-activities",
            {"version": "2.03", "{urn:b}x": "é", "generated-datetime": "2024-01-01T00:00:00Z"},
            (("b", "urn:b"), ("a", "urn:a")),
        )

        assert expected == trees_of(cut(FILE, 7)).root

    def test_a_default_namespace_of_the_root(self) -> None:
        """Its prefix is ''; an empty one is the same as none."""
        with opened(b'<iati-activities xmlns=""/>') as file:
            assert (("", ""),) == Trees(file).root.namespaces

    @pytest.mark.parametrize("size", [1, 2, 50, 1000])
    def test_children_are_given_whole(self, size: int) -> None:
        """However the bytes come: elements of IATI and others, in order, without the white space after them."""
        first, own, last = trees_of(cut(FILE, size))

        assert ["iati-activity", "{urn:a}own", "iati-activity"] == [first.tag, own.tag, last.tag]
        assert {XML_LANG: "en"} == first.attrib
        assert "A & <B>" == first.findtext("title/narrative")
        assert ({"{urn:b}y": "1"}, "words", None) == (own.attrib, own.text, own.tail)

    def test_a_child_is_given_as_soon_as_the_next_begins(self) -> None:
        """Nothing is read ahead."""
        blocks = iter([b"<iati-activities><a/>", b"<b/>", b"<c/></iati-activities>"])
        trees = iter(trees_of(blocks))

        assert "a" == next(trees).tag
        assert [b"<c/></iati-activities>"] == list(blocks)

    def test_children_are_cut_off(self) -> None:
        """Ten thousand that are not kept leave nothing behind in the root."""
        trees = trees_of(
            [b"<iati-activities>", *[b"<iati-activity><b/></iati-activity>"] * 10_000, b"</iati-activities>"]
        )
        most = 0
        for _ in trees:
            most = max(most, len(trees._top[0]))

        assert most <= 1

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
    def test_encodings(self, encoding: str) -> None:
        """As declared, or by the byte order mark."""
        declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
        text = declared + "<iati-activities><a>é</a></iati-activities>"

        assert (["<a>é</a>"], "") == read(text.encode(encoding))

    def test_an_empty_root(self) -> None:
        """It holds no activity, and is no mistake."""
        assert ([], "") == read(b"<iati-activities/>")
        assert ([], "") == read(b"<iati-activities>\n</iati-activities>\n")

    def test_iterating_twice_goes_on(self) -> None:
        """The file is read once."""
        trees = trees_of([b"<iati-activities><a/><b/><c/></iati-activities>"])
        first = next(iter(trees))

        assert ["a", "b", "c"] == [first.tag, *(tree.tag for tree in trees)]
        assert [] == list(trees)

    @pytest.mark.parametrize("size", [1, 10, 1000])
    def test_roots_in_the_root(self, size: int) -> None:
        """Their children are given as if they stood in the root, as they come; what they say is kept."""
        content = (
            b'<iati-activities><a/><iati-activities version="1.03"><b/>x<iati-activities v="2">y</iati-activities><c/>'
            b"</iati-activities><d><iati-activities/></d></iati-activities>"
        )
        trees = trees_of(cut(content, size))

        assert ["a", "b", "c", "d"] == [tree.tag for tree in trees]
        assert [{"v": "2"}, {"version": "1.03"}] == sorted(trees.nested, key=str)
        assert ["x", "y"] == sorted(trees.strays)

    def test_a_root_in_the_root_is_streamed(self) -> None:
        """Its first child is given before its end was read."""
        blocks = iter([b"<iati-activities><iati-activities><a/><b/>", b"</iati-activities></iati-activities>"])
        trees = iter(trees_of(blocks))

        assert "a" == next(trees).tag
        assert 1 == len(list(blocks))

    @pytest.mark.parametrize("size", [1, 5, 1000])
    def test_text_between_the_children(self, size: int) -> None:
        """It is kept apart; a comment in it does not part it."""
        content = b"<iati-activities> one <a>x</a>two<!-- c --> &amp; three<b/>\n<c/>four</iati-activities>"
        trees = trees_of(cut(content, size))

        assert [None, None, None] == [tree.tail for tree in trees]
        assert ["one", "two & three", "four"] == trees.strays

    def test_what_is_no_white_space(self) -> None:
        """XML knows four characters of it; a no-break space is a word."""
        trees = trees_of(["<iati-activities> \t\r\n<a/>\u00a0\u2003 </iati-activities>".encode()])

        assert ["a"] == [tree.tag for tree in trees]
        assert ["\u00a0\u2003"] == trees.strays

    def test_a_long_activity_comes_in_growing_bites(self) -> None:
        """It is the same as any other, and so are those after it."""
        inner = "".join(f"<narrative n='{number}'>{'word ' * 20}</narrative>" for number in range(20_000))
        trees = f"<iati-activity>{inner}</iati-activity><b/><iati-activity>{inner}</iati-activity>"
        content = f"<iati-activities>{trees}</iati-activities>".encode()

        a, b, c = trees_of(cut(content, BLOCK))

        assert f"<iati-activity>{inner}</iati-activity>".replace("'", '"') == ET.tostring(a, "unicode")
        assert ("b", "iati-activity", 20_000) == (b.tag, c.tag, len(c))

    @pytest.mark.skipif(not REAL.exists(), reason="the real files are not here")
    def test_real_files(self) -> None:
        """As many activities as an independent reader finds; one file breaks, one is of organisations."""
        etree = pytest.importorskip("lxml.etree")
        problems: list[str] = []
        for path in sorted(REAL.glob("*.xml")):
            count = 0
            try:
                with opened(path) as file:
                    for tree in Trees(file):
                        count += tree.tag == "iati-activity"
            except Unreadable as error:
                problems.append(error.problem)
                continue
            assert count == etree.parse(path).xpath("count(//iati-activity)")

        assert [
            "is an IATI organisation file, and this library reads activity files",
            'has a "<" that begins no tag: write &lt;',
        ] == problems


PAGE = "is a web page, and no XML: perhaps the address shows a page about the file, or asks to log in; fetch the file itself"


class TestOtherFiles:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is empty"),
            (b"\xef\xbb\xbf", "is empty"),
            (b" \n\t", "holds nothing but white space"),
            (b" " * 100_000, "holds nothing but white space"),
            (b'{"a": 1}', "looks like JSON, and no XML; read_json() reads the JSON this library writes"),
            (b"\n[1]", "looks like JSON, and no XML; read_json() reads the JSON this library writes"),
            (b"%PDF-1.4", "is a PDF, and no XML"),
            (b"\xd0\xcf\x11\xe0\xa1", "is an old Office document, and no XML"),
            (b"id,title\n1,x", "is no XML: it begins with b'id,title\\n1,x', and XML begins with '<'"),
            ("<a/>".encode("utf-32"), "is in UTF-32, which cannot be read: save it as UTF-8"),
        ],
    )
    def test_what_is_no_xml(self, content: bytes, said: str) -> None:
        """It is called what it is."""
        assert ([], f"the bytes: {said}") == read(content)

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"<!DOCTYPE html><html>", f", line 1: {PAGE}"),
            (b"<HTML lang=en>", f": {PAGE}"),
            (b'<html xmlns="http://www.w3.org/1999/xhtml">', f", line 1, column 1: {PAGE}"),
            (
                b"<iati-organisations>",
                ", line 1, column 1: is an IATI organisation file, and this library reads activity files",
            ),
            (
                b"<!-- x -->\n <iati-activity>",
                ', line 2, column 2: is one iati-activity without its root: put it into <iati-activities version="2.03">',
            ),
            (
                b"<a:rss xmlns:a='urn:a'>",
                ", line 1, column 1: has the root element 'rss', and that of an IATI activity file is 'iati-activities'",
            ),
            (
                b"<iati-activities xmlns='urn:a'>",
                ", line 1, column 1: puts its elements into the namespace 'urn:a', and those of IATI have none",
            ),
            (
                b"<!DOCTYPE iati-activities>\n<iati-activities/>",
                (
                    ", line 1: has a document type declaration (<!DOCTYPE …>), which IATI has not and may be an "
                    "attack: delete it"
                ),
            ),
        ],
    )
    def test_other_roots(self, content: bytes, said: str) -> None:
        """What it is, and what to do."""
        assert ([], f"the bytes{said}") == read(content)

    @pytest.mark.parametrize("encoding", ["no-such", "gbk", "utf-7", "rot13", "hex"])
    def test_encodings_that_cannot_be_read(self, encoding: str) -> None:
        """None is guessed at."""
        content = f"<?xml version='1.0' encoding='{encoding}'?><iati-activities/>".encode()
        said = f"the bytes, line 1: says that its encoding is '{encoding}', which cannot be read: save it as UTF-8"

        assert ([], said) == read(content)


CUT = "it was cut off; fetch it again"
BROKEN = [
    (b"<x", 1, f"ends in the middle of a tag: {CUT}"),
    (b"<x>", 4, f"ends before its root element does: {CUT}"),
    (b"\xc3", 1, f"ends in the middle of a character: {CUT}"),
    (b"<![CDATA[x", 11, "ends inside a CDATA section: it was cut off, or its ]]> is missing"),
    (
        b"x\xe9x</a>",
        2,
        "is not UTF-8 here (byte 0xe9): save it as UTF-8, or let <?xml … encoding=…?> name the encoding it is in",
    ),
    (b"\0", 1, "holds the control character '\\x00', which XML does not allow"),
    (b"\x0b", 1, "holds the control character '\\x0b', which XML does not allow"),
    (b"R & D", 4, 'has a bare "&": write &amp;'),
    (b"a&b=1", 4, 'has a bare "&": write &amp;'),
    (b"a&nbsp;b", 2, "&nbsp; is not defined in XML: write &#160;"),
    (b"<x y='&eacute;'/>", 1, "&eacute; is not defined in XML: write &#233;"),
    (b"<![CDATA[&nbsp;]]>&own;", 19, "&own; is not defined in XML: write the character itself"),
    (b"1 < 2", 4, 'has a bare "<": write &lt;'),
    (b"<http://x.example>", 7, 'has a "<" that begins no tag: write &lt;'),
    (b"]]>", 3, 'has a bare "]]>": write ]]&gt;'),
    (b"<!-- -- -->", 8, 'has a "--" inside a comment: delete one "-"'),
    (b"<x y=1/>", 6, "has an attribute value without quotes"),
    (b"<x y='1/><z/>", 10, 'has a "<" in an attribute value: write &lt;, or close its quotes'),
    (b"<x y='1' y='2'/>", 10, "states an attribute twice in one tag: delete one of the two"),
    (b"<q:x/>", 1, "uses a prefix in front of a name that no xmlns:… declares: declare it on the root element"),
    (b"<x></y>", 6, "closes another element than 'x', which is the one that is open"),
    (b"</iati-activities>", 3, "closes another element than 'a', which is the one that is open"),
    (b"&#0;", 1, "refers to a character that XML does not allow (such as &#0;)"),
    (b"<x 1/>", 4, "is not well-formed XML: what stands here has no place in it"),
]


class TestBroken:
    @pytest.mark.parametrize(("piece", "column", "said"), BROKEN)
    def test_what_stands_before_the_break_is_given(self, piece: bytes, column: int, said: str) -> None:
        """The child that was complete, not the one that holds the break; line and column count from 1."""
        before = b"<iati-activities>\n<b/>\n<a>\n"
        after = b"" if "ends" in said else b"</a></iati-activities>"
        given, error = read(before + piece + after)

        assert ["<b />"] == given
        if "CDATA section" not in said:
            assert f"the bytes, line 4, column {column}: {said}" == error
        assert error.endswith(said)

    @pytest.mark.parametrize(("piece", "column", "said"), BROKEN)
    def test_whatever_blocks_the_bytes_come_in(self, piece: bytes, column: int, said: str) -> None:
        """The same children, the same place."""
        after = b"" if "ends" in said else b"</a></iati-activities>"
        trees = trees_of(cut(b"<iati-activities>\n<b/>\n<a>\n" + piece + after, 1))
        given: list[str] = []
        with pytest.raises(Unreadable) as caught:
            given.extend(tree.tag for tree in trees)

        assert ["b"] == given
        assert (4, column) == (caught.value.line, caught.value.column)

    @pytest.mark.parametrize("after", [b"<iati-activities/>", b"junk", b"<?xml version='1.0'?>"])
    def test_two_roots(self, after: bytes) -> None:
        """All of the first one is given."""
        said = "the bytes, line 1, column 44: goes on after its root element has ended: a file holds one root element"

        assert (["<a />", "<b />"], said) == read(b"<iati-activities><a/><b/></iati-activities>" + after)

    def test_a_break_in_the_root(self) -> None:
        """The last child before it was complete, too."""
        said = 'the bytes, line 1, column 25: has a bare "&": write &amp;'

        assert (["<a />"], said) == read(b"<iati-activities><a/>xx& </iati-activities>")

    def test_a_break_in_a_root_in_the_root(self) -> None:
        """The same there."""
        given, error = read(b"<iati-activities><a/><iati-activities><b/><c/><d>")

        assert ["<a />", "<b />", "<c />"] == given
        assert error.endswith(f"ends before its root element does: {CUT}")

    def test_two_files_joined(self) -> None:
        """Or white space before the declaration."""
        said = (
            "the bytes, line 2, column 1: has its <?xml …?> not at its very start: delete what stands before it, or "
            "split the file where two were joined"
        )

        assert ([], said) == read(b"\n<?xml version='1.0'?><iati-activities/>")

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (
                b"<?xml version='1.0' encoding='utf-16'?><iati-activities/>",
                "line 1, column 31: says that it is in an encoding that it is not in: correct <?xml … encoding=…?>",
            ),
            (
                b"<?xml version='1.0' encoding='us-ascii'?>\n<iati-activities>\xe9</iati-activities>",
                (
                    "line 2, column 18: is not US-ASCII here (byte 0xe9): save it as UTF-8, or let <?xml … encoding=…?> "
                    "name the encoding it is in"
                ),
            ),
            (
                b"<?xml version='1.0' encoding='a b'?><a/>",
                "line 1, column 32: has an <?xml …?> that is not well-formed",
            ),
        ],
    )
    def test_wrong_declarations(self, content: bytes, said: str) -> None:
        """An encoding is believed, and what does not fit is named."""
        assert ([], f"the bytes, {said}") == read(content)

    def test_a_damaged_archive(self) -> None:
        """What was unpacked before the damage is given."""
        content = b"<iati-activities>" + b"".join(b"<iati-activity n='%d'/>" % number for number in range(20_000))
        given, error = read(gzip.compress(content)[:-10_000])

        assert 1000 < len(given) < 20_000
        assert "the bytes: is an archive that was cut off: fetch it again" == error


class TestLimits:
    def test_depth_is_exact(self) -> None:
        """500 inside one another are given, 501 are not, in one block or in many, fast or slowly closed."""
        for deep, size in [(500, BLOCK), (501, BLOCK), (500, 100), (501, 100)]:
            nest = b"<a>" * deep + b"</a>" * deep
            trees = trees_of(cut(b"<iati-activities><b/>" + nest + b"<c/></iati-activities>", size))
            if deep == 500:
                assert ["b", "a", "c"] == [tree.tag for tree in trees]
                continue
            given: list[str] = []
            with pytest.raises(Unreadable) as caught:
                given.extend(tree.tag for tree in trees)

            said = "has more than 500 elements inside one another, after 1 elements that were read: no activity is like that"
            assert ["b"] == given
            assert Unreadable("the pieces", said) == caught.value

    def test_limits_of_one_activity(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Each at its own value; what came before is given (the real limits are tried in test_hostile)."""
        monkeypatch.setattr(stream, "_COUNTED", 1 << 18)
        long = b"<a>" + b"<x y='1'/>" * 50_000 + b"</a>"
        lines = b"<a>" + b"<x>\n\n\n\n</x>" * 50_000 + b"</a>"
        for name, limit, inner, said in [
            ("VALUE_LIMIT", 1 << 20, b"<a>" + b"x" * (2 << 20) + b"</a>", "has a value longer than 1 MiB"),
            ("ACTIVITY_LIMIT", 1 << 18, long, "has an element longer than 0 MiB"),
            ("MARKUP_LIMIT", 10_000, long, "has an element with more than 10,000 tags and attributes"),
            ("PIECE_LIMIT", 10_000, lines, "has an element of more than 10,000 lines"),
        ]:
            with monkeypatch.context() as patch:
                patch.setattr(stream, name, limit)

                assert (
                    ["<b />", "<c />"],
                    f"the bytes: {said}, after 2 elements that were read: no activity is like that",
                ) == read(b"<iati-activities><b/><c/>" + inner + b"<d/></iati-activities>")

    def test_much_text_between_activities(self) -> None:
        """It would be kept to be reported."""
        content = b"<iati-activities>" + b"<iati-activity/>words" * 300_000
        trees = trees_of(cut(content, BLOCK))
        with pytest.raises(Unreadable, match="is full of what is no activity"):
            list(trees)

    @pytest.mark.parametrize(
        ("piece", "most"),
        [
            ("<x/>", 16_131),  # 2 ** 20 // (64 + 1)
            ("<x><y/></x>", 8_065),  # 2 ** 20 // (2 * 65)
            ("<x yz='1234567'>words</x>", 13_273),  # 2 ** 20 // (65 + 2 + 7 + 5)
            ("<iati-activities><x/></iati-activities>", 7_281),  # 2 ** 20 // (64 + 15 + 65)
        ],
    )
    def test_many_elements_beside_activities(self, piece: str, most: int) -> None:
        """Each counts 64 characters, its name, its attributes and its words; activities do not count."""
        activity = b"<iati-activity/>" * 20_000
        trees = trees_of(cut(b"<iati-activities>" + activity + piece.encode() * 20_000, BLOCK))
        given: list[str] = []
        with pytest.raises(Unreadable, match="is full of what is no activity"):
            given.extend(tree.tag for tree in trees)

        assert ["x"] * most == given[20_000:]
