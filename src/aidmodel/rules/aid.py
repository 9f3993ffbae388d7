"""Rules on kinds of aid, of the project and of its transactions."""

from collections import Counter
from collections.abc import Iterator, Sequence

from aidmodel.issues import Severity
from aidmodel.model.element import Element
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.shares import called
from aidmodel.rules.stated import DAC, raws, vocabulary_of
from aidmodel.values.code import Code


def _vocabularies(holder: Element, codes: Sequence[Code], tag: str) -> list[str | None]:
    """Give the vocabulary of each kind of aid, those included of which no code could be made."""
    return [*(each.vocabulary for each in codes), *map(vocabulary_of, raws(holder, tag))]


def _repeated(vocabularies: Sequence[str | None]) -> Iterator[tuple[str | None, int]]:
    """Give each vocabulary that is stated more than once, with how often; None is the standard's default list."""
    if len(vocabularies) > 1:
        default = sum(each in DAC for each in vocabularies)
        others = Counter(each for each in vocabularies if each is not None and each != "1")
        yield from ((name, count) for name, count in ((None, default), *others.items()) if count > 1)


@rule("aid.no-dac-type", Severity.WARNING, "IATI ruleset", standard=("107.1.1",))
def no_dac(project: Project, _: Basis) -> Iterator[Finding]:
    """Where the project has default kinds of aid, one is of the DAC's list (vocabulary 1)."""
    stated = _vocabularies(project, project.default_aid_types, "default-aid-type")
    if stated and not any(each in DAC for each in stated):
        yield Finding("default_aid_types", "none is of the OECD DAC's list (vocabulary 1): state it beside the others")


@rule("aid.type-repeated", Severity.WARNING, "IATI ruleset", standard=("107.1.2",))
def repeated(project: Project, _: Basis) -> Iterator[Finding]:
    """The project has at most one default kind of aid of a vocabulary."""
    for name, count in _repeated(_vocabularies(project, project.default_aid_types, "default-aid-type")):
        yield Finding("default_aid_types", f"there are {count:,} default kinds of aid {called(name)}: keep one")


@rule("aid.no-dac-type-for-transactions", Severity.WARNING, "IATI ruleset", standard=("107.2.1",))
def no_dac_for_transactions(project: Project, _: Basis) -> Iterator[Finding]:
    """Where transactions have kinds of aid, one of them all is of the DAC's list (vocabulary 1)."""
    first: int | None = None
    for at, each in enumerate(project.transactions):
        if each.aid_types or each.extras is not None:
            stated = _vocabularies(each, each.aid_types, "aid-type")
            if any(name in DAC for name in stated):
                return
            first = at if stated and first is None else first
    if first is not None:
        yield Finding(
            f"transactions[{first}].aid_types",
            "no transaction has a kind of aid of the OECD DAC's list (vocabulary 1): state it beside the others",
        )


@rule("aid.type-repeated-for-transaction", Severity.WARNING, "IATI ruleset", standard=("107.2.2",))
def repeated_for_transaction(project: Project, _: Basis) -> Iterator[Finding]:
    """A transaction has at most one kind of aid of a vocabulary."""
    for at, each in enumerate(project.transactions):
        if len(each.aid_types) > 1 or each.extras is not None:
            for name, count in _repeated(_vocabularies(each, each.aid_types, "aid-type")):
                yield Finding(
                    f"transactions[{at}].aid_types", f"there are {count:,} kinds of aid {called(name)}: keep one"
                )


RULES: tuple[Rule, ...] = (no_dac, repeated, no_dac_for_transactions, repeated_for_transaction)
