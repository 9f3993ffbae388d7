"""Words in one or several languages."""

from collections.abc import Iterable, Iterator, Mapping
from typing import final

from attrs import field, frozen

from aidmodel._fields import as_items, named
from aidmodel.errors import InvalidValue, NotFound, near
from aidmodel.values.plain import bare

Entry = tuple[str | None, str]


def _as_entries(
    value: "Text | str | Mapping[str | None, str] | Mapping[str, str] | Iterable[Entry]",
) -> tuple[Entry, ...]:
    if isinstance(value, Text):
        return value.entries
    if isinstance(value, str):
        return ((None, bare(value)),)
    if not isinstance(value, Iterable):
        raise InvalidValue(value, "must be words", "write a string, or a mapping from language to words")
    entries: list[Entry] = []
    for entry in value.items() if isinstance(value, Mapping) else value:
        if not isinstance(entry, tuple | list) or len(entry) != 2:
            raise InvalidValue(entry, "must be a pair of a language and words", 'write {"fr": "mots"}')
        language, words = entry
        if not isinstance(words, str):
            raise InvalidValue(words, "must be words", "write a string")
        if language is not None and (not isinstance(language, str) or not language):
            raise InvalidValue(language, "must be a language tag", "write None for the language of the project")
        entries.append((None if language is None else bare(language), bare(words)))
    return tuple(entries)


@final
@frozen(field_transformer=named, repr=False)
class Text:
    """
    Words, in the order they were given, each with the language they are in.

    A plain string is words in the project's own language (language None). A language may occur twice, words may be
    blank: that is what real files hold. A text is true when it says something.

    IATI 2.03: ``narrative`` and its ``xml:lang``.

    >>> title = Text({"en": "Centres in operation", "fr": "Centres en activité"})
    >>> title["fr"]
    'Centres en activité'
    >>> title.best("es", "en")
    'Centres in operation'
    >>> bool(Text()), str(Text("Centres"))
    (False, 'Centres')
    """

    entries: tuple[Entry, ...] = field(default=(), converter=_as_entries, metadata={"path": ""})
    """Pairs of a language (a BCP 47 tag as written; None: the language of the project) and words."""

    @property
    def languages(self) -> tuple[str | None, ...]:
        """The languages, each once, in order of first appearance."""
        return tuple(dict.fromkeys(language for language, _ in self.entries))

    def __getitem__(self, language: str | None) -> str:
        """Give the words in a language; several entries in one language are joined as paragraphs.

        Raises:
            NotFound: there are none; tags are compared without regard to case.

        """
        found = [words for tag, words in self.entries if _same(tag, language)]
        if not found:
            raise NotFound(
                "words in language", str(language), near(str(language), (tag for tag in self.languages if tag))
            )
        return "\n".join(found)

    def entry(self, *preferred: str, default: str | None = None) -> Entry | None:
        """Give the language and words a reader of the ``preferred`` languages is shown, None where nothing is said.

        In order: a preferred tag as given, the same language with another region, entries in the project's language,
        the first entry. ``default`` is the language that None stands for.
        """
        speaking = Text(tuple((tag, words) for tag, words in self.entries if words.strip()))
        for wanted in preferred:
            for tag in speaking.languages:
                if _same(tag or default, wanted):
                    return tag, speaking[tag]
            for tag in speaking.languages:
                if _primary(tag or default) == _primary(wanted):
                    return tag, speaking[tag]
        for tag in speaking.languages:
            if tag is None or _same(tag, default):
                return tag, speaking[tag]
        return (speaking.languages[0], speaking[speaking.languages[0]]) if speaking.entries else None

    def best(self, *preferred: str, default: str | None = None) -> str:
        """Give the words for a reader of the ``preferred`` languages, as :meth:`entry` finds them; '' for none."""
        entry = self.entry(*preferred, default=default)
        return entry[1] if entry else ""

    def __bool__(self) -> bool:
        return any(words.strip() for _, words in self.entries)

    def __str__(self) -> str:
        return self.best()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        if not self.entries:
            return "Text()"
        if len(self.entries) == 1 and self.entries[0][0] is None:
            return f"Text({self.entries[0][1]!r})"
        if len(self.languages) == len(self.entries):
            return f"Text({dict(self.entries)!r})"
        return f"Text({self.entries!r})"


def _same(left: str | None, right: str | None) -> bool:
    return left is right or (left is not None and right is not None and left.casefold() == right.casefold())


def _primary(tag: str | None) -> str | None:
    return tag.casefold().partition("-")[0] if tag else None


def as_text(value: Text | str | Mapping[str, str] | Iterable[Entry]) -> Text:
    """Give the text that was meant: words, a mapping from language to words, or a text as it is."""
    return value if type(value) is Text else Text(value)


def as_texts(value: Text | str | Mapping[str, str] | Iterable[Text | str]) -> tuple[Text, ...]:
    """Give the texts that were meant; a lone string or mapping is one text."""
    return as_items(value, Text, as_text)
