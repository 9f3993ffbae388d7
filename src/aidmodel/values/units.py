"""Units of measurement as aid projects write them, and the one place where pint is spoken to.

Free text never reaches pint, which reads "hh" as hectohours and "pp" as a typographic point: words are looked up in an
own table, and those that it does not hold are countables of their own, unless they show that they are a percentage, a
quotient or a score.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from typing import Any, final

from attrs import field, frozen

from aidmodel._fields import named
from aidmodel.values.code import Listed, one_of
from aidmodel.values.number import ARITHMETIC
from aidmodel.values.plain import as_string, as_strings


@final
class UnitKind(Listed):
    """What a unit measures, as far as reckoning with it goes."""

    COUNT = "count"
    """Things, each countable a dimension of its own: people and households never add up."""
    PERCENT = "percent"
    """A share of a hundred."""
    PERCENTAGE_POINT = "percentage point"
    """The difference of two percentages, which is no percentage."""
    RATE = "rate"
    """So many in a thousand, or in another round number."""
    INDEX = "index"
    """A value on a scale that somebody made: an index, a score."""
    QUOTIENT = "quotient"
    """So many for each of others, or a mean: a yield, a cost by head, litres a day."""
    PHYSICAL = "physical"
    """Lengths, areas, masses, energy, time: what converts by a fixed factor."""


def _as_kind(value: UnitKind | str) -> UnitKind:
    return one_of(UnitKind, value)


@final
@frozen(field_transformer=named)
class Unit:
    """
    A unit of measurement and the words for it.

    Two words mean the same unit when :func:`unit_for` gives units of one ``code``.

    >>> unit_for("households").code, unit_for("HH").code
    ('household', 'household')
    """

    code: str = field(converter=as_string)
    """What tells the unit from all others."""

    singular: str = field(converter=as_string)
    """The words for one of it."""

    plural: str = field(converter=as_string)
    """The words for several of it."""

    kind: UnitKind = field(converter=_as_kind)
    """What it measures."""

    pint: str = field(converter=as_string)
    """The expression that stands for it in a pint registry that :func:`pint_registry` gave."""

    symbols: tuple[str, ...] = field(default=(), converter=as_strings)
    """Signs for it in which case counts: "MW" is not "mW"."""

    aliases: tuple[str, ...] = field(default=(), converter=as_strings)
    """Other words for it, in any case."""

    @property
    def per(self) -> int | None:
        """Out of how many a rate or a percentage counts: 1000 of "per 1000"; None: it is neither.

        >>> unit_for("deaths per 1,000 live births").per
        1000
        """
        if self.kind is UnitKind.PERCENT:
            return 100
        return int(self.pint.removeprefix(_PER)) if self.kind is UnitKind.RATE else None

    @property
    def counts_people(self) -> bool:
        """Whether it counts people, or groups of them that one can be in: two sums of it may count the same ones.

        >>> unit_for("women farmers").counts_people, unit_for("policy instruments").counts_people
        (True, False)
        """
        from aidmodel.values._units import PEOPLE

        if self.kind is not UnitKind.COUNT:
            return False
        words = (self.singular, *re.split(r"[\W\d_]+", self.singular))
        return any(unit_for(word).code in PEOPLE for word in words if word)


def unit_for(text: str) -> Unit:
    """Give the unit that words stand for; words that no table holds are a unit of their own.

    That is a countable, unless the words show that it is something else: "% of households", "deaths per 1,000 births",
    "tonnes per hectare", "consumption score".

    Raises:
        InvalidValue: the text is not a string, or blank.

    >>> unit_for("policy instruments").kind
    UnitKind.COUNT
    >>> unit_for("tonnes per hectare").kind
    UnitKind.QUOTIENT
    >>> unit_for("bags").pint
    'count_bag'

    """
    return _understood(as_string(text))


@lru_cache(maxsize=1024)
def _understood(text: str) -> Unit:
    sign = unicodedata.normalize("NFKC", text).strip()
    found = _listed(sign)
    if found is not None:
        return found
    single = _singular(_folded(sign))
    if _PERCENT.match(single):
        return Unit(_slug(single), text.strip(), text.strip(), UnitKind.PERCENT, "percent")
    if rate := _RATE.search(single):
        number = _number_of(rate)
        code = _slug(f"{single[: rate.start()]}per {number}{single[rate.end() :]}")
        return Unit(code, text.strip(), text.strip(), UnitKind.RATE, f"{_PER}{number}")
    kind = UnitKind.INDEX if _SCORE.search(single) else UnitKind.COUNT
    if _QUOTIENT.search(single) or _divides(sign):
        kind = UnitKind.QUOTIENT
    code = _slug(single)
    return Unit(code, text.strip(), text.strip(), kind, f"{_OWN}{code}")


def _listed(sign: str) -> Unit | None:
    """Give the unit that a table holds words for; None: no table does."""
    symbols, words = _table()
    folded = _folded(sign)
    return symbols.get(sign) or words.get(folded) or words.get(_singular(folded))


def _divides(sign: str) -> bool:
    """Say whether a stroke divides, as in "t/ha"; in "teachers/trainers" it stands for "or"."""
    parts = [_listed(part.strip()) for part in sign.split("/") if part.strip()]
    return len(parts) > 1 and any(part is not None and part.kind is UnitKind.PHYSICAL for part in parts)


_OWN = "count_"
_PERCENT = re.compile(r"(?:%|per ?cent(?:age)?) ?(?:of\b|\()")
"""A percentage that says what it is a share of: "% of households"."""
_SCORE = re.compile(r"^(?:index|rating|score) ?(?:\(|(?:from|of|on|out of)\b)|\b(?:index|indice|rating|score)$")
_QUOTIENT = re.compile(
    r"\bper (?!diem\b)|^(?:%|per ?cent(?:age)?\b)|^(?:average|avg|mean|median)\b|^(?:proportion|ratio|share) of\b"
    r"|\b(?:average|mean|median|rate|ratio)$"
)
"""Words of what is so many for each of others, or a mean; and percentages that do not say of what they are a share."""
_PER = "per_"
_RATE = re.compile(
    r"\bper (?:(1(?:[ ,.]?0{3})+|10{1,2}(?:[ ,.]?0{3})*)\b|(?:1 |one |a )?((?:(?:ten|hundred) )?thousand|hundred|million)\b)"
)
"""So many in a round number of others: "deaths per 1,000 live births"."""
_WORDS = {"hundred": 100, "thousand": 1000, "ten thousand": 10_000, "hundred thousand": 100_000, "million": 1_000_000}


def _number_of(rate: re.Match[str]) -> int:
    return _WORDS[rate[2]] if rate[2] else int(re.sub(r"[ ,.]", "", rate[1]))


def units() -> tuple[Unit, ...]:
    """Give the units that are known by name, in the order of their kinds."""
    return tuple(dict.fromkeys(_table()[1].values()))


def factor(left: Unit, right: Unit) -> tuple[Decimal, Decimal] | None:
    """Give numerator and denominator of what a value in ``left`` is multiplied by to be in ``right``.

    None: the two do not measure the same. pint is asked only about two different physical units.
    """
    if left.code == right.code:
        return Decimal(1), Decimal(1)
    if left.kind is not UnitKind.PHYSICAL or right.kind is not UnitKind.PHYSICAL:
        return None
    with localcontext(ARITHMETIC):
        registry = _exact_registry()  # asked for once: two threads that come first may each make one
        numerator, root = registry.get_root_units(left.pint)
        denominator, other = registry.get_root_units(right.pint)
        return (Decimal(numerator), Decimal(denominator)) if root == other else None


def pint_registry(registry: Any = None) -> Any:
    """Give a pint registry that knows our units; None: the registry of the application, as pint has it now."""
    from aidmodel.values._units import OWN, OWN_RATIOS

    if registry is None:
        import pint

        registry = pint.get_application_registry()  # type: ignore[no-untyped-call]
    for definition in (*OWN, *OWN_RATIOS):
        _define(registry, definition)
    return registry


def to_pint(value: Decimal, unit: Unit, registry: Any = None) -> Any:
    """Give a value as a pint quantity in the registry, or in that of the application.

    Each countable has a dimension of its own there: people and households do not add up.
    """
    known = pint_registry(registry)
    if unit.pint.startswith(_OWN):
        _define(known, f"{unit.pint} = [{unit.pint}]")
    elif unit.kind is UnitKind.RATE:
        _define(known, f"{unit.pint} = {Decimal(1) / (unit.per or 1)}")
    return known.Quantity(value, unit.pint)


def _define(registry: Any, definition: str) -> None:
    from pint.errors import UndefinedUnitError

    name = definition.partition(" ")[0]
    try:
        if registry.get_name(name) == name:  # pint would take "count_news" for several "count_new"
            return
    except UndefinedUnitError:
        pass
    registry.define(definition)


@cache
def _exact_registry() -> Any:
    """Give a registry of our own, for factors only: no quantity of it is ever handed out."""
    import pint

    from aidmodel.values._units import EXACT

    with localcontext(ARITHMETIC):
        make: Any = pint.UnitRegistry  # typed narrower than it is documented
        registry = make(None, non_int_type=Decimal)
        for definition in EXACT:
            registry.define(definition)
    return registry


@cache
def _table() -> tuple[dict[str, Unit], dict[str, Unit]]:
    from aidmodel.values._units import COUNTED, MEASURED

    symbols: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    made: list[Unit] = []
    for singular, plural, *aliases in COUNTED:
        code = _slug(_folded(singular))
        made.append(Unit(code, singular, plural, UnitKind.COUNT, f"count_{code}", (), aliases))
    for kind, singular, plural, expression, signs, others in MEASURED:
        made.append(Unit(_slug(_folded(singular)), singular, plural, UnitKind(kind), expression, signs, others))
    for unit in made:
        _enter(symbols, unit.symbols, unit)
        _enter(words, map(_folded, (unit.singular, unit.plural, *unit.aliases)), unit)
    return symbols, words


def _enter(index: dict[str, Unit], keys: Iterable[str], unit: Unit) -> None:
    for key in keys:
        if index.setdefault(key, unit) is not unit:
            raise AssertionError(f"{key!r} stands for two units")


def _folded(text: str) -> str:
    text = text.casefold()
    return re.sub(r"[\s_-]+", " ", text).strip().removesuffix(".") or text  # a dash alone is all there is


_INVARIANT = frozenset(
    (
        "alias",
        "atlas",
        "barracks",
        "bias",
        "biogas",
        "canvas",
        "clothes",
        "crossroads",
        "diabetes",
        "earnings",
        "gas",
        "goods",
        "headquarters",
        "lens",
        "logistics",
        "means",
        "measles",
        "mumps",
        "news",
        "premises",
        "proceeds",
        "rabies",
        "savings",
        "scabies",
        "series",
        "species",
        "subspecies",
        "waterworks",
    )
)
"""Words that end in s in the singular, or have none: without it they would be other words, or none."""


def _singular(words: str) -> str:
    """Give the words with the last of them in the singular, as far as English spelling shows it."""
    last = words.rpartition(" ")[2]
    if len(words) <= 3 or last in _INVARIANT or last.endswith(("ss", "us", "is")) or not last.endswith("s"):
        return words
    if words.endswith("ies"):
        return f"{words[:-3]}y"
    return words[:-2] if words.endswith(("sses", "shes", "ches", "xes")) else words[:-1]


def _slug(words: str) -> str:
    """Give a name that pint can hold, another one for other words; folded words have no capitals, so U and Z are free."""
    return "".join(
        "_" if sign == " " else sign if sign.isascii() and sign.isalnum() else f"U{ord(sign):x}Z" for sign in words
    )
