"""Rules on how far a project reaches, held against the places that it lists."""

import re
from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.place import Country
from aidmodel.model.project import Project, ProjectScope
from aidmodel.model.result import Figure, FigureRole
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import vocabulary
from aidmodel.values.quantity import Qualifier, Quantity
from aidmodel.values.units import unit_for

_SEVERAL = (ProjectScope.REGIONAL, ProjectScope.MULTI_NATIONAL)


@rule("scope.disagrees-with-countries", Severity.WARNING, "IOM Development Fund pages; IATI ActivityScope")
def scope_disagrees(project: Project, _: Basis) -> Iterator[Finding]:
    """A project of national scope or less has one country; a regional or multi-national one several, or a region."""
    scope = project.scope
    if not isinstance(scope, ProjectScope) or scope is ProjectScope.GLOBAL:
        return
    stated = [each.country for each in project.transactions if each.country is not None]
    countries = project.countries or tuple(stated)
    regions = bool(project.regions) or any(each.region is not None for each in project.transactions)
    codes = {each.code.casefold() for each in countries if each.code is not None}
    if scope in _SEVERAL:
        if len(set(map(_called, countries))) == 1 and not regions and _called(countries[0]):
            yield Finding("scope", f"the scope is {scope}, and there is one country and no region: state the others")
    elif len(codes) > 1:
        yield Finding("scope", f"the scope is {scope}, and there are {len(codes):,} countries: mend one of the two")
    elif regions and not countries:
        yield Finding("scope", f"the scope is {scope}, and there is a region and no country: mend one of the two")


def _called(country: Country) -> str:
    """Give what tells a country from others; '' where nothing does."""
    return (country.code or str(country.name)).strip().casefold()


@rule("places.repeated", Severity.WARNING, "IOM Development Fund pages, one of which names a country twice")
def repeated(project: Project, _: Basis) -> Iterator[Finding]:
    """Each country is given once, and each region of a vocabulary."""
    seen: dict[object, int] = {}
    for at, country in enumerate(project.countries):
        if country.code is not None and (first := seen.setdefault(country.code.casefold(), at)) != at:
            yield Finding(
                f"countries[{at}]",
                f"{country.code} is countries[{first}] already: make one of the two, with both shares",
            )
    for at, region in enumerate(project.regions):
        if region.code is not None and (first := seen.setdefault((vocabulary(region) or "1", region.code), at)) != at:
            yield Finding(
                f"regions[{at}]", f"{region.code} is regions[{first}] already: make one of the two, with both shares"
            )


_PLACE = re.compile(
    "area|borough|city|commune|community|country|county|department|district|governorate|island|location|municipality"
    "|neighbourhood|place|province|region|settlement|site|state|town|village|ward"
)
_ORGANISATION = re.compile(
    "agency|association|authority|body|cooperative|company|donor|institution|ministry|organisation|partner|union|university"
)
"""The nouns for what a node lists, by the list that it is in."""
_COUNTING = (FigureRole.COUNT, FigureRole.SCOPE)


@rule("figures.not-as-many-listed", Severity.WARNING, "GAC and USAID pages, which state both")
def not_as_many_listed(project: Project, _: Basis) -> Iterator[Finding]:
    """Where the words of a node count the places or organisations that it names, it names as many."""
    for position, node in enumerate(project.chain):
        for nouns, named in ((_PLACE, node.locations), (_ORGANISATION, node.organisations)):
            counting = [
                at for at, each in enumerate(node.figures) if each.role in _COUNTING and nouns.fullmatch(_noun(each))
            ]
            if len(counting) != 1 or not named:  # of several it is not known which of them the list is for
                continue
            stated, listed = node.figures[counting[0]].quantity, len(set(named))
            if not _may_be(stated, listed):
                yield Finding(
                    f"chain[{position}].figures[{counting[0]}]",
                    f"the words count {stated}, and {listed:,} are listed: mend one of the two",
                )


def _noun(figure: Figure) -> str:
    """Give the last word of what a figure counts, in the singular."""
    return unit_for(figure.quantity.unit).code.rpartition("_")[2]


def _may_be(stated: Quantity, listed: int) -> bool:
    """Say whether so many may be what a quantity says."""
    if stated.qualifier in (None, Qualifier.EXACT):
        return listed == stated.value
    if stated.qualifier in (Qualifier.AT_LEAST, Qualifier.UP_TO):
        return listed >= stated.value if stated.qualifier is Qualifier.AT_LEAST else listed <= stated.value
    if stated.qualifier in (Qualifier.OVER, Qualifier.UNDER):
        return listed > stated.value if stated.qualifier is Qualifier.OVER else listed < stated.value
    return True


RULES: tuple[Rule, ...] = (scope_disagrees, repeated, not_as_many_listed)
