"""People in sentences: for whom the page says that something is done."""

import re

_PEOPLE = (
    "migrants|returnees|refugees|women|men|girls|boys|children|youth|youths|adolescents|students|teachers|farmers|"
    "growers|families|households|communities|populations|people|persons|mothers|patients|workers|entrepreneurs|"
    "fishers|victims|survivors|citizens|residents|smallholders"
)
_KINDS = (
    "host|receptor|receiving|local|rural|urban|vulnerable|young|indigenous|poor|marginalized|displaced|smallholder|elderly|"
    "pregnant|low-income|at-risk|coastal|remote"
)
_GROUP = rf"(?:(?:(?i:{_KINDS})|[A-ZÀ-Ý]\w+)\s+)?(?i:{_PEOPLE})\b"
_LIST = rf"(?P<people>{_GROUP}(?:,\s*{_GROUP})*(?:,?\s+and\s+{_GROUP})?)"
_SERVED = (
    rf"\b(?i:services?|delivery|provision|assistance|care|protection|support|access|training)\s+(?:to|for)\s+{_LIST}"
)
_HAVING = rf"(?<![\w-])(?P<having>{_GROUP})(?:[’']s?)\s+access\b"
_SAID = re.compile(f"{_SERVED}|{_HAVING}")


def served_in(text: str) -> tuple[tuple[str, str], ...]:
    """Give the people that a statement says are served or have access, each once, with the words that say so.

    >>> [people for people, _ in served_in("Coordinated service delivery to migrants, returnees, and host communities")]
    ['migrants', 'returnees', 'host communities']
    >>> served_in("Migrants' access to services improved")
    (('migrants', "Migrants' access"),)
    """
    found: dict[str, tuple[str, str]] = {}
    for match in _SAID.finditer(text):
        words = match["people"] or match["having"]
        for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", words) if "," in words else [words]:
            inside = f"{name[:1].lower()}{name[1:]}" if match.start() == 0 and match["having"] else name
            found.setdefault(inside.casefold(), (inside, match[0]))
    return tuple(found.values())


_BODIES = "authorities|organi[sz]ations|officials|officers|institutions|governments|municipalities|diasporas|nationals"
_CONDITION = (
    r"\b(?:capacity|capacities|conditions|resilience|livelihoods|skills|rights|well-being|lives|protection)\sof\s"
    r"(?P<who>.+?)(?=\s(?:to|through|by|in|on|with|who|which|that|via|at|from|for)\b|[,;.(]|$)"
)


def strengthened_in(text: str) -> tuple[tuple[str, str], ...]:
    """Give the people and bodies whose capacity, rights or conditions a statement speaks of, as :func:`served_in` does.

    >>> [people for people, _ in strengthened_in("build the capacity of local authorities and social organizations to act")]
    ['local authorities', 'social organizations']
    """
    found: dict[str, tuple[str, str]] = {}
    for match in re.finditer(_CONDITION, text, re.IGNORECASE):
        for name in re.split(r"\s+and\s+", match["who"].removeprefix("the ")):
            if re.search(rf"\b(?:{_PEOPLE}|{_BODIES})$", name, re.IGNORECASE):
                found.setdefault(name.casefold(), (name, match[0]))
    return tuple(found.values())
