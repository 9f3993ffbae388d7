"""Numbers inside sentences: which are quantities, of what, and how they are meant."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import final

from attrs import evolve, frozen

from aidmodel.errors import InvalidValue
from aidmodel.io.pages.dates import MONTH
from aidmodel.values.money import Money
from aidmodel.values.number import as_decimal
from aidmodel.values.quantity import Qualifier, Quantity


@final
@frozen
class Number:
    """
    A number in a sentence, with the noun it counts.
    """

    value: Decimal
    """The number, multiplied out."""
    unit: str | None
    """The words for what it counts ("policy instruments", "%"); None: they do not stand beside the number."""
    qualifier: Qualifier | None
    """How it is meant ("over"); None: nothing is said."""
    words: str
    """The words, qualifier and unit included."""
    start: int
    """Where they begin in the sentence."""
    end: int
    """Where they end."""
    is_size: bool = False
    """Whether it is the size of one thing ("5-episode series")."""
    is_whole: bool = False
    """Whether it is the whole that another number is a part of ("19 of 27 plans")."""

    @property
    def quantity(self) -> Quantity | None:
        """The number as a quantity; None where its unit is not named."""
        return None if self.unit is None else Quantity(self.value, self.unit, self.qualifier)


_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_FRENCH = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
    "vingt",
]
_WORDS = {
    "en": {
        **{word: number for number, word in enumerate(_ENGLISH) if number > 1},  # "one" is a pronoun most of the time
        **_TENS,
        **{f"{ten}-{_ENGLISH[one]}": value + one for ten, value in _TENS.items() for one in range(1, 10)},
    },
    "fr": {
        **{word: number for number, word in enumerate(_FRENCH) if number > 1},
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
    },
}
_SMALL = rf"(?<!\w)(?:{'|'.join([*_ENGLISH[1:], *_FRENCH[1:]])})"
_ONE = {"en": "one", "fr": "une?"}  # a pronoun or an article, but for "one million"
_TIMES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "millions": 1_000_000, "billion": 1_000_000_000,
    "cents": 100, "mille": 1_000, "milliard": 1_000_000_000, "milliards": 1_000_000_000,
}  # fmt: skip
_QUALIFIERS = {
    Qualifier.OVER: "over|more than|above|in excess of|plus de|plus d'",
    Qualifier.AT_LEAST: "at least|no fewer than|not less than|no less than|a minimum of|au moins|un minimum de",
    Qualifier.ABOUT: "about|approximately|approx.|around|roughly|some|nearly|almost|close to|circa|environ|près de|"
    "quelque|presque|autour de",
    Qualifier.UP_TO: "up to|as many as|a maximum of|at most|no more than|jusqu'à|au plus|un maximum de",
    Qualifier.UNDER: "under|fewer than|less than|below|moins de|moins d'",
    Qualifier.ESTIMATED: "an estimated|estimated at|estimated to be|estimated|estimés à|estimées à|on estime à",
    Qualifier.EXACT: "exactly|exactement",
}
_GROUP = "[ \u00a0\u2009\u202f'’]"
_DIGITS = {
    "en": rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:{_GROUP}\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?",
    "fr": rf"\d{{1,3}}(?:{_GROUP}\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?",
}
_NAMING = (  # what stands before a number that numbers something, and does not count it
    r"law|act|decree|resolution|regulation|article|section|chapter|annex|phase|component|objective|outcome|output|goal|"
    r"sdg|target|pillar|tier|level|version|no\.?|number|n°|nº|#|page|figure|table|step|stage|round|window|type|part|"
    r"loi|décret|résolution|article|chapitre|annexe|composante|objectif|odd|cible|pilier|niveau|numéro|étape|volet|"
    r"covid|windows|agenda|vision|horizon|year|année|grade|class|aged?|ages|âgée?s?|convention"
)
_COUNTED = (
    r"people|persons|women|men|girls|boys|children|households|families|refugees|migrants|students|teachers|farmers"
)
_PLURALS = {
    *("people", "women", "men", "children", "staff", "personnel", "youth", "police", "feet"),
    *("médias", "journaux", "hôpitaux", "chevaux", "animaux", "réseaux", "lieux", "niveaux", "locaux", "media"),
}
_STOPS = {
    *("and", "or", "of", "in", "to", "for", "from", "with", "by", "at", "on", "the", "a", "an", "that", "which", "who"),
    *("were", "was", "is", "are", "has", "have", "had", "as", "per", "through", "during", "between", "its", "their"),
    *(
        "et",
        "ou",
        "de",
        "du",
        "des",
        "dans",
        "en",
        "pour",
        "par",
        "avec",
        "sur",
        "à",
        "au",
        "aux",
        "le",
        "la",
        "les",
        "l",
    ),
    *("this", "these", "those", "into", "across", "including", "y", "dont", "qui", "que", "ont", "est", "sont"),
    *("times", "fois"),  # "three times less"
}
_PEOPLE = r"(?!Tunis)[A-Z][a-z]+(?:[nlqt]|sh)is"  # Nepalis, Iraqis
_NOT_PLURAL = {"status", "crisis", "process", "access", "business", "progress", "analysis", "basis", "plus", "various"}


@cache
def _pattern(language: str) -> "re.Pattern[str]":
    spelled = "|".join(sorted(map(re.escape, _WORDS[language]), key=len, reverse=True))
    spelled = rf"{spelled}|{_ONE[language]}(?=\s+(?:hundred|thousand|millions?|billion|milliards?)\b)"
    qualifiers = "|".join(re.escape(word) for words in _QUALIFIERS.values() for word in words.split("|"))
    times = "|".join(sorted(_TIMES, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<before>(?<!\w)(?:{qualifiers}))\s*)?"
        rf"(?<![\w.,/–—-])(?<!\d\s)"
        rf"(?:(?P<digits>{_DIGITS[language]})(?P<plus>\+)?|(?P<spelled>{spelled})(?!\w|-\w))"
        rf"(?:\s*(?P<percent>%|(?:per\s?cent|pour\s?cent)\b)|(?:\s+(?P<times>{times})\b)?)"
        rf"(?:(?P<hyphen>-)(?=[a-zà-ÿ])|(?![\d/]|[.,]\d|[–—-]\d|\s*[–—]\s*\d|\w|°))",
        re.IGNORECASE,
    )


def numbers_in(text: str, language: str = "en") -> tuple[Number, ...]:
    """Give the numbers of a sentence that are quantities, in order.

    Years, dates, numbers of laws and of other named things, ordinals, ranges, amounts of money and numbers inside names
    are none. ``language`` is "en" or "fr": it says what a comma in a number is, and which words are numbers.

    >>> [(str(each.value), each.unit) for each in numbers_in("27 policy instruments in nine target cities since 2021")]
    [('27', 'policy instruments'), ('9', 'target cities')]
    >>> numbers_in("over 2.8 million people had fled")[0].quantity
    Quantity('2800000', 'people', 'over')
    """
    found = list(_numbers_in(text, language))
    for position, number in enumerate(found):
        before = found[position - 1] if position else None
        if before is not None and (of := _OF.fullmatch(text, before.end, number.start)):
            if "out" in of[0] and (
                number.value in _ROUND or before.value == 1
            ):  # "7 out of 10 users" is a share, whatever its users number
                found[position - 1 : position + 1] = (evolve(each, unit=None) for each in (before, number))
                continue
            found[position - 1] = evolve(before, unit=before.unit or number.unit)
            found[position] = evolve(number, is_whole=True)
        elif _ORDINAL_OF.search(text[: number.start][-60:]):
            found[position] = evolve(number, is_whole=True)
    return tuple(found)


_ROUND = (10, 100, 1000)
_OF = re.compile(r"\s+(?:of|out of|de|des|sur)\s+(?:(?:all|the|its|these|les|ses)\s+)*", re.IGNORECASE)
_ORDINAL_OF = re.compile(
    r"(?:\b(?:first|second|third|fourth|fifth|last|next|half|most|none|each|any|all|one|many|some)|\d(?:st|nd|rd|th))"
    r"\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _numbers_in(text: str, language: str) -> Iterator[Number]:
    for match in _pattern(language).finditer(text):
        if _is_no_quantity(text, match):
            continue
        value = (
            Decimal(_WORDS[language].get(match["spelled"].casefold(), 1))
            if match["spelled"]
            else _value(match["digits"], language)
        )
        if match["times"]:
            value = _whole(value * _TIMES[match["times"].casefold()])
        unit, end = ("%", match.end()) if match["percent"] else _unit(text, match.end())
        if match["hyphen"]:
            unit, end = _sized(text, match.end())
        yield Number(
            as_decimal(value),
            unit,
            _qualifier(match),
            text[match.start() : end].strip(),
            match.start(),
            end,
            bool(match["hyphen"]),
        )


def _whole(value: Decimal) -> Decimal:
    """Give 2800000 for the 2800000.0 that "2.8 million" is by multiplication."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _value(digits: str, language: str) -> Decimal:
    bare = re.sub(_GROUP, "", digits)
    return Decimal(bare.replace(",", ".") if language == "fr" else bare.replace(",", ""))


def _qualifier(match: "re.Match[str]") -> Qualifier | None:
    if match["plus"]:
        return Qualifier.AT_LEAST
    said = (match["before"] or "").casefold()
    return next((each for each, words in _QUALIFIERS.items() if said in words.split("|")), None)


def _is_no_quantity(text: str, match: "re.Match[str]") -> bool:
    before = text[: match.start()][-40:]
    number = match.start("digits") if match["digits"] else match.start("spelled")
    close, after = text[:number][-40:], text[match.end() :][:40]
    if re.search(rf"(?:(?<!\w)(?:{_NAMING})\.?|[$€£#]|\b(?:CAD|USD|EUR|GBP)|{MONTH})\s*$", close, re.IGNORECASE):
        return True
    if re.search(r"(?:\bbetween|\bentre)\s+$", before, re.IGNORECASE) or re.match(
        rf"\s+(?:to|à)\s+(?:\d|{_SMALL}\b)", after, re.IGNORECASE
    ):
        return True  # a range is not the one number or the other
    if re.search(r"\d\s+(?:to|and|à|et)\s+$", before) and re.search(
        r"(?:between|entre)\s+[\d.,]+\s+\w+\s+$", before, re.IGNORECASE
    ):
        return True
    if re.search(rf"(?:\d|{_SMALL})\s+(?:to|à)\s+$", before, re.IGNORECASE):
        return True
    if match["spelled"] and re.search(r"\b(?:hundred|thousand)\s+(?:and\s+)?$", close, re.IGNORECASE):
        return True  # the end of "two hundred and fifty"
    if re.match(
        rf"(?:st|nd|rd|th|er|ère|e|ème)\b|\s+{MONTH}|\s+(?:of|de)\s+(?:19|20)\d\d\b|\)|\s*(?:USD|CAD|dollars)\b",
        after,
        re.IGNORECASE,
    ):
        return True
    bare_year = re.fullmatch(r"(?:19|20)\d\d", match["digits"] or "")
    return bool(
        bare_year
        and not (
            match["before"]
            or match["times"]
            or match["percent"]
            or match["plus"]
            or re.match(rf"\s+(?:{_COUNTED})\b", after, re.IGNORECASE)
        )
    )


_LENGTHS = {"days", "weeks", "months", "years", "jours", "semaines", "mois", "ans", "années"}
_AT_A_TIME = re.compile(r"\s+(?:after|before|later|ago|earlier|après|avant|plus tard)\b", re.IGNORECASE)
_WORD = re.compile(r"\s+((?:[A-Za-zÀ-ÿ][\w’'-]*|\([A-Z]{2,}s?\)))")


_SEXES = r"women|men|girls|boys|youth|adolescents|children|femmes|hommes|filles|garçons"
_AND_OTHERS = re.compile(rf"\s+(?:and|et)\s+(?:{_SEXES})\b(?!\s+\w+s\b)", re.IGNORECASE)
_SPELLED = "|".join(_ENGLISH)
_MEASURES = {"ha", "km", "km2", "km²", "m2", "m²", "m3", "m³", "kg", "kw", "kwh", "mw", "mwh", "gwh"}


def _unit(text: str, begin: int) -> tuple[str | None, int]:
    """Give the noun after a number: up to the first plural, within four words; None where there is none."""
    position, words = begin, list[str]()
    if again := re.match(rf"\s*\((?:\d+|{_SPELLED})\)(?=\s)", text[begin:], re.IGNORECASE):
        begin = position = begin + again.end()  # "3 (three) ministries"
    if of := re.match(r"\s+(?:(?:of|de)\s+|d['’]\s*)(?:the\s+|these\s+|les\s+)?(?=\w)", text[begin:]):
        if not re.search(r"(?:million|billion|millions|milliards?)$", text[:begin], re.IGNORECASE):
            return None, begin
        position = begin + of.end() - 1
    while len(words) < 4 and (match := _WORD.match(text, position)):
        word = match[1]
        if word.casefold() in _STOPS:
            break
        words.append(word)
        position = match.end()
        following = _WORD.match(text, position)
        if _is_plural(word) and not (word.casefold() in _PLURALS and following and _is_plural(following[1])):
            if _AT_A_TIME.match(text, position) and word.casefold() in _LENGTHS:
                break  # "six months after" says when
            if (both := _AND_OTHERS.match(text, position)) and re.fullmatch(_SEXES, word, re.IGNORECASE):
                words.append(both[0].strip())
                position = both.end()
            return " ".join(words), position  # "media" goes on in "media outlets"
        if word.casefold() in ("female", "male") and (following is None or following[1].casefold() in _STOPS):
            return " ".join(words), position
    return None, begin


def _is_plural(word: str) -> bool:
    low = word.casefold()
    return (
        low in _PLURALS
        or low in _MEASURES
        or (
            low[-1:] in ("s", "x")
            and (low[-2:] not in ("ss", "us", "is") or re.fullmatch(_PEOPLE, word) is not None)
            and low not in _NOT_PLURAL
            and not low.endswith(("’s", "'s"))
        )
    )


def _sized(text: str, begin: int) -> tuple[str, int]:
    """Give the unit of "5-episode": the noun in the plural, as it is a number of them."""
    noun = re.split(r"[^a-zà-ÿ]", text[begin:], maxsplit=1, flags=re.IGNORECASE)[0]
    return (noun if _is_plural(noun) else f"{noun}s"), begin + len(noun)


def money(text: str, currency: str | None) -> Money | None:
    """Give the amount that is written, thousands grouped by commas or blanks; None where a currency is not known.

    A code that stands beside the amount goes before ``currency``, which is what the publisher means by "$" alone.

    Raises:
        InvalidValue: it is no amount.

    >>> money("$14 500 000", "CAD"), money("100000.00 USD", None)
    (Money('14500000', 'CAD'), Money('100000.00', 'USD'))
    """
    code = re.search(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])", text)
    sign = re.search(r"(CA|C|US)\$", text)
    known = code[0] if code else _DOLLARS[sign[1]] if sign else currency
    times = re.search(r"(?<=[\d\s])(million|millions|billion|milliards?)\b", text, re.IGNORECASE)
    digits = re.sub(
        r"\([A-Z]{3}\)|[A-Z]{3}|(?:CA|C|US)?\$|\s|(?<=\d)['’](?=\d{3})|millions?|billion|milliards?", "", text
    )
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"-?\d+,\d{2}", digits) and re.search(r"\$\s*$|\d\s\d", text):  # French: "4 000 000,00 $"
        digits = digits.replace(",", ".")
    try:
        amount = as_decimal(digits)
    except InvalidValue:
        raise InvalidValue(text, "is no amount", 'write it like "4,000,000.00"') from None
    if times:
        amount = _whole(amount * _TIMES[times[1].casefold()])
    return None if known is None else Money(amount, known)


_DOLLARS = {"CA": "CAD", "C": "CAD", "US": "USD"}
