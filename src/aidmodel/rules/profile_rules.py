"""The rules that a donor's profile adds, each made of what the profile says."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from aidmodel.issues import Severity
from aidmodel.model.indicator import Indicator, all_values
from aidmodel.model.project import Project, ProjectScope
from aidmodel.model.result import Result, ResultStatus
from aidmodel.rules.profile_levels import DonorLevel, is_a_report, results_at
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.walk import indicators
from aidmodel.values.units import unit_for

Levels = Sequence[DonorLevel]
Columns = Sequence[tuple[str, str]]
"""The fields of an indicator that are filled in, each with what the donor calls it."""


def level_count(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on how many results there are at a level."""

    @rule("profile.level-count", Severity.WARNING, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """There are as many results at a level as the donor's frame has room for, and asks for."""
        placed = [found for _, _, found in results_at(project, levels)]
        for level in levels if placed else ():
            certain, possible = placed.count((level,)), sum(level in found for found in placed)
            if level.most is not None and certain > level.most:
                yield Finding(
                    "chain", f"{donor} has {_count(level.most, level)} at most, and there are {certain:,}: {_FEWER}"
                )
            if level.least is not None and possible < level.least:
                yield Finding(
                    "chain", f"{donor} has {_count(level.least, level)} at least, and there are {possible:,}: state it"
                )

    return find


_FEWER = "join some, or move them to another level"


def _count(number: int, level: DonorLevel) -> str:
    return f"{number:,} of the level {level.label!r}"


def no_such_level(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on results at levels that the donor's frame lacks."""
    known = ", ".join(level.label for level in levels)

    @rule("profile.no-such-level", Severity.INFO, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """The donor's frame has the level that a result is at; one of no stated level is another rule's."""
        for position, result, found in results_at(project, levels):
            if result.level is not None and not found:
                yield Finding(f"chain[{position}]", f"{donor} has no level for {result.level}: it has {known}")

    return find


def level_not_told(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on results that may be at several levels of the donor's frame."""

    @rule("profile.level-not-told", Severity.INFO, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """It is stated at which level of the donor's frame a result is; one of no stated level is another rule's."""
        for position, result, found in results_at(project, levels):
            if result.level is not None and len(found) > 1:
                several = " and ".join(repr(level.label) for level in found)
                yield Finding(
                    f"chain[{position}]", f"{donor} tells {several} apart: state which it is, by its level or its label"
                )

    return find


def no_indicators(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on results without indicators."""

    @rule("profile.no-indicators", Severity.WARNING, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """A result has an indicator at the levels where the donor's frame asks for one."""
        for position, result, found in results_at(project, levels):
            due = bool(found) and all(level.indicators for level in found)
            if due and not result.indicators and not is_a_report(result):
                where = f" at the level {found[0].label!r}" if len(found) == 1 else ""
                yield Finding(f"chain[{position}].indicators", f"{donor} asks for an indicator{where}: state one")

    return find


def empty_columns(donor: str, levels: Levels, columns: Columns, source: str) -> Rule:
    """Make the rule on what an indicator lacks."""

    @rule("profile.indicator-incomplete", Severity.WARNING, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """An indicator fills in the columns that the donor's frame has."""
        for position, result, found in results_at(project, levels):
            for at, indicator in enumerate(result.indicators if found else ()):
                missing = [label for name, label in columns if not _is_stated(indicator, name)]
                if missing:
                    yield Finding(
                        f"chain[{position}].indicators[{at}]",
                        f"{donor} has columns that are empty here: {', '.join(missing)}",
                    )

    return find


def _is_stated(indicator: Indicator, name: str) -> bool:
    if name == "targets":
        return bool(indicator.targets) or any(period.targets for period in indicator.periods)
    return bool(getattr(indicator, name))


def empty_result_columns(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on what a result lacks."""

    @rule("profile.result-incomplete", Severity.WARNING, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """A result fills in the columns that the donor's frame has for its level."""
        for position, result, found in results_at(project, levels):
            for name in found[0].columns if len(found) == 1 else ():
                if getattr(result, name) in (None, ()):
                    label = name.replace("_", " ")
                    yield Finding(
                        f"chain[{position}].{name}", f"{donor} asks for the {label} of each {found[0].label}: state it"
                    )

    return find


def weights(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on the weights of the results of a level."""

    @rule("profile.weights", Severity.ERROR, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """All results of a level have a weight above zero or none has; the weights make 100, give or take 0.01."""
        placed = [(position, result) for position, result, found in results_at(project, levels) if _is_weighted(found)]
        stated = [result.weight for _, result in placed if result.weight is not None]
        for position, result in placed if stated else ():
            if result.weight is None:
                yield Finding(
                    f"chain[{position}].weight", f"{donor} weighs all or none, and this has no weight: state it"
                )
            elif result.weight <= 0:
                yield Finding(
                    f"chain[{position}].weight",
                    f"the weight is {result.weight:f}, and {donor} has weights above zero: mend it",
                )
        total = sum(stated, Decimal(0))
        if stated and len(stated) == len(placed) and abs(total - 100) > Decimal("0.01"):
            yield Finding("chain", f"{donor} has weights that add up to 100, and these add up to {total:f}: mend them")

    return find


def _is_weighted(found: Levels) -> bool:
    return len(found) == 1 and found[0].weighted


def no_assumptions(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on results that rest on no stated assumption."""

    @rule("profile.no-assumptions", Severity.INFO, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """A result states its assumptions, or a link to or from it does, where the donor's frame has a place for them."""
        assumed = {link.to for node in project.chain for link in node.contributes_to if link.assumptions}
        for position, result, found in results_at(project, levels):
            due = bool(found) and all(level.assumptions for level in found) and not is_a_report(result)
            own = result.assumptions or any(link.assumptions for link in result.contributes_to)
            if due and not own and result.id not in assumed:
                yield Finding(
                    f"chain[{position}].assumptions",
                    f"{donor} has a place for assumptions here: state what has to hold",
                )

    return find


def no_risks(donor: str, levels: Levels, source: str) -> Rule:
    """Make the rule on results that nothing is said to threaten."""

    @rule("profile.no-risks", Severity.INFO, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """A result states what threatens it where the donor's frame has a place for that."""
        for position, result, found in results_at(project, levels):
            due = bool(found) and all(level.risks for level in found) and not is_a_report(result)
            if due and not result.risks:
                yield Finding(
                    f"chain[{position}].risks", f"{donor} has a place for risks here: state what might happen"
                )

    return find


def wording(donor: str, levels: Levels, directions: Sequence[str], source: str) -> Rule:
    """Make the rule on how an outcome is worded."""
    one = "|".join(map(re.escape, directions))
    first, second = (
        re.compile(rf"\W*(?:{one})\b", re.IGNORECASE),
        re.compile(rf"\b(?:and|,)\s+(?:{one})\b", re.IGNORECASE),
    )

    @rule("profile.outcome-wording", Severity.INFO, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """An outcome in English begins with the direction of the change, and states one change; what was reached need not."""
        for position, result, found in results_at(project, levels):
            words = _english(project, result)
            due = bool(found) and all(level.worded for level in found) and not is_a_report(result)
            if not due or not words or result.status not in (None, ResultStatus.EXPECTED):
                continue
            if not first.match(words):
                yield Finding(
                    f"chain[{position}].title", f"{donor} begins a result with its direction: {', '.join(directions)} …"
                )
            elif second.search(words):
                yield Finding(f"chain[{position}].title", f"{donor} states one change in a result: make two of it")

    return find


def _english(project: Project, result: Result) -> str:
    """Give the statement in English, '' where it is in another language only."""
    for language, words in result.title.entries:
        tag = language or project.default_language or "en"
        if tag.partition("-")[0].casefold() == "en" and words.strip():
            return words
    return ""


def statement_differs(donor: str, levels: Levels, number: str, source: str) -> Rule:
    """Make the rule on results that are stated twice, in the logic model and in the measurement framework."""
    pattern = re.compile(number)

    @rule("profile.statement-differs", Severity.ERROR, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """Where results of one level have the same number in their labels, they are the same word for word."""
        seen: dict[object, tuple[int, str]] = {}
        for position, result, _found in results_at(project, levels):
            numbered = pattern.search(result.label or "")
            if numbered and result.title:
                words = " ".join(str(result.title).split())
                first, before = seen.setdefault((result.level, numbered[0]), (position, words))
                if before != words:
                    yield Finding(
                        f"chain[{position}].title",
                        f"{donor} states a result in the same words wherever it stands, and chain[{first}] has "
                        f"{numbered[0]}, too: mend one of the two",
                    )

    return find


_SEX = ("sex", "gender")
_ONE_SEX = re.compile(r"\b(?:women|woman|girls?|females?|men|man|boys?|males?|mothers?|fathers?)\b", re.IGNORECASE)


def not_by_sex(donor: str, source: str) -> Rule:
    """Make the rule on people who are not told apart by sex."""

    @rule("profile.not-by-sex", Severity.INFO, source)
    def find(project: Project, basis: Basis) -> Iterator[Finding]:
        """What counts people counts them by sex, unless it is about one."""
        for path, indicator in basis.each(indicators, project):
            unit = indicator.unit
            if unit is None or not unit_for(unit).counts_people or _ONE_SEX.search(f"{unit} {indicator.title}"):
                continue
            names = {each.name for each in indicator.disaggregations}
            names |= {each.name or "" for value in all_values(indicator) for each in value.dimensions}
            if not any(word in name.casefold() for name in names for word in _SEX):
                yield Finding(
                    f"{path}.disaggregations", f"{donor} counts people by sex: state the dimension, and values by it"
                )

    return find


def too_few_countries(donor: str, least: int, source: str) -> Rule:
    """Make the rule on regional projects of too few countries."""

    @rule("profile.too-few-countries", Severity.WARNING, source)
    def find(project: Project, _: Basis) -> Iterator[Finding]:
        """A regional project names as many countries that benefit as the donor asks for."""
        named = len({each.code or str(each.name) for each in project.countries})
        if project.scope is ProjectScope.REGIONAL and named < least:
            yield Finding(
                "countries", f"{donor} asks for {least:,} countries of a regional project, and there are {named:,}"
            )

    return find
