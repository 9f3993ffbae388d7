"""The bytes of a page as text."""

import pytest

from aidmodel import Unreadable
from aidmodel.io.pages.decoding import decoded

WORDS = "Región – d’été"


def codes(content: bytes | str) -> tuple[str, list[str]]:
    """Give the text, and the codes of what is said of it."""
    text, issues = decoded(content, "a page")
    return text, [issue.code for issue in issues]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_or_utf8_says_it_all(encoding: str) -> None:
    """Nothing needs to be said of the letters."""
    assert (WORDS, []) == codes(WORDS.encode(encoding))


@pytest.mark.parametrize(
    "head", ['<meta charset="windows-1252">', "<meta content='text/html; charset=iso-8859-1'>", "<meta charset=ASCII>"]
)
def test_the_page_states_its_encoding(head: str) -> None:
    """What calls itself Latin-1 is what Windows writes, as browsers read it."""
    assert (head + WORDS, []) == codes((head + WORDS).encode("cp1252"))


def test_a_page_may_state_the_wrong_encoding() -> None:
    """UTF-8 that says it is something that it cannot be is UTF-8."""
    assert ("<meta charset=ascii-x>" + WORDS, []) == codes(("<meta charset=ascii-x>" + WORDS).encode())
    assert ("<meta charset=utf-16>" + WORDS, []) == codes(("<meta charset=utf-16>" + WORDS).encode())


def test_without_a_word_it_is_what_windows_wrote() -> None:
    """And the report says so, at the line of the first such letter."""
    text, issues = decoded(f"Title\n{WORDS}".encode("cp1252"), "a page")

    assert f"Title\n{WORDS}" == text
    assert [("page.encoding", "it is not in UTF-8: it is read as Windows-1252", (2, 1))] == [
        (issue.code, issue.message, issue.where) for issue in issues
    ]


@pytest.mark.parametrize("stated", ["big5", "no-such-code"])
def test_a_stated_encoding_that_fails_is_named(stated: str) -> None:
    """It is not in what it says, nor in UTF-8."""
    _, (issue,) = decoded(f"<meta charset={stated}>".encode() + b"\xe9t\xe9", "a page")

    assert f"it is not in {stated}, as it states, or in UTF-8: it is read as Windows-1252" == issue.message


@pytest.mark.parametrize("words", ["RegiÃ³n", "dâ€™Ã©tÃ©", "Ã‰tat", "6Â\u00a0077", "R\ufffdgion"])
def test_letters_that_were_damaged_are_told(words: str) -> None:
    """They stay as they stand: what they were is not guessed."""
    assert (words, ["page.damaged-letters"]) == codes(words)


@pytest.mark.parametrize("words", ["São Tomé", "IRMÃ DULCE", "Â", "“–”"])
def test_letters_that_are_rare_are_not_damaged(words: str) -> None:
    """Portuguese has them."""
    assert (words, []) == codes(words)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty: there is no page in it"),
        (b"\xef\xbb\xbf \r\n", "is empty: there is no page in it"),
        ("\n\t", "is empty: there is no page in it"),
        (b"%PDF-1.7 x", "is no page of text or HTML but a PDF: copy its text, and give that"),
        (b"\x89PNG\r\n", "is no page of text or HTML but a picture"),
        (b"abc\0def", "is no text: character 3 is NUL; save the page as HTML or text"),
        (b"\xff\xfea", "begins as utf-16 does, and is not (byte 2); save it again"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes | str, problem: str) -> None:
    """The error says what it is, where that can be seen."""
    with pytest.raises(Unreadable) as error:
        decoded(content, "a page")

    assert Unreadable("a page", problem) == error.value


def test_bytes_that_no_letter_has_are_refused() -> None:
    """The line is named."""
    with pytest.raises(Unreadable) as error:
        decoded(b"Title\n\x81", "a page")

    assert Unreadable("a page", "is no text in UTF-8 or Windows-1252 (byte 0x81); save it as UTF-8", 2) == error.value
