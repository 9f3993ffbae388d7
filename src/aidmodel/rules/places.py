"""Rules on countries and regions: where they are stated, and what share of the project each has."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.place import Country, Region
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.shares import alone_and_partial, called, lacking, out_of_range, sum_fault
from aidmodel.rules.stated import vocabulary


def _of_transactions(project: Project) -> list[bool]:
    """Say of each transaction whether it states a country or region."""
    return [each.country is not None or each.region is not None for each in project.transactions]


def _by_vocabulary(project: Project) -> dict[str, list[Region]]:
    """Give the regions of each vocabulary that is stated; those without one are in no verdict of the standard."""
    found: dict[str, list[Region]] = {}
    for each in project.regions:
        if (stated := vocabulary(each)) is not None:
            found.setdefault(stated, []).append(each)
    return found


@rule("places.twice", Severity.ERROR, "IATI ruleset", standard=("3.6.2",))
def twice(project: Project, _: Basis) -> Iterator[Finding]:
    """Countries and regions are given for the project or for its transactions, not for both."""
    if (project.countries or project.regions) and any(_of_transactions(project)):
        yield Finding(
            "countries" if project.countries else "regions",
            "countries or regions are given here and for transactions: keep those of one of the two",
        )


@rule("places.none", Severity.ERROR, "IATI ruleset", standard=("3.7.1",))
def none(project: Project, _: Basis) -> Iterator[Finding]:
    """A country or region is given, for the project or for a transaction."""
    if not project.countries and not project.regions and not any(_of_transactions(project)):
        yield Finding("countries", "no country or region is given: state where the money goes")


@rule("places.not-on-all-transactions", Severity.ERROR, "IATI ruleset", standard=("3.7.2",))
def not_on_all(project: Project, _: Basis) -> Iterator[Finding]:
    """Where the project has no country or region, each of its transactions has one."""
    if project.countries or project.regions:
        return
    stated = _of_transactions(project)
    if not all(stated):
        yield Finding(
            f"transactions[{stated.index(False)}].country",
            f"the project has no country or region, nor do {stated.count(False):,} of its {len(stated):,} transactions: "
            f"state one for the project, or for each transaction",
        )


@rule("places.country-no-percentage", Severity.ERROR, "IATI ruleset", standard=("3.1.1",))
def country_no_percentage(project: Project, _: Basis) -> Iterator[Finding]:
    """Where there are several countries and no region, each country has a percentage."""
    if not project.regions and (bare := lacking(project.countries)):
        yield Finding(
            "countries",
            f"{bare:,} of the {len(project.countries):,} countries have no percentage: state the share of each",
        )


@rule("places.countries-do-not-add-up", Severity.ERROR, "IATI ruleset", standard=("3.1.2",))
def countries_do_not_add_up(project: Project, _: Basis) -> Iterator[Finding]:
    """Where there are several countries and no region, their percentages add up to 100, rounded to four decimals."""
    if not project.regions and len(project.countries) > 1 and (fault := sum_fault(project.countries)):
        yield Finding("countries", f"the percentages of the countries {fault}: mend them")


@rule("places.lone-country-percentage", Severity.ERROR, "IATI ruleset", standard=("3.1.4",))
def lone_country_percentage(project: Project, _: Basis) -> Iterator[Finding]:
    """The only country, where there is no region, has no percentage, or 100."""
    if not project.regions and alone_and_partial(project.countries):
        yield Finding(
            "countries[0].percentage",
            "it is the only country: leave the percentage out, write 100, or state the others",
        )


@rule("places.region-no-percentage", Severity.ERROR, "IATI ruleset", standard=("3.4.1",))
def region_no_percentage(project: Project, _: Basis) -> Iterator[Finding]:
    """Where a vocabulary has several regions, each has a percentage."""
    for name, group in _by_vocabulary(project).items():
        if bare := lacking(group):
            yield Finding(
                "regions",
                f"{bare:,} of the {len(group):,} regions {called(name)} have no percentage: state the share of each",
            )


@rule("places.regions-do-not-add-up", Severity.ERROR, "IATI ruleset", standard=("3.4.2",))
def regions_do_not_add_up(project: Project, _: Basis) -> Iterator[Finding]:
    """The percentages of the regions of each vocabulary and of all countries add up to 100, rounded to four decimals."""
    for name, group in _by_vocabulary(project).items():
        several: list[Country | Region] = [*group, *project.countries]
        if len(several) > 1 and (fault := sum_fault(several)):
            beside = " and of the countries" if project.countries else ""
            yield Finding("regions", f"the percentages of the regions {called(name)}{beside} {fault}: mend them")


@rule("places.lone-region-percentage", Severity.ERROR, "IATI ruleset", standard=("3.4.4",))
def lone_region_percentage(project: Project, _: Basis) -> Iterator[Finding]:
    """The only region of a vocabulary, where there is no country, has no percentage, or 100."""
    for name, group in _by_vocabulary(project).items():
        if not project.countries and alone_and_partial(group):
            at = next(at for at, each in enumerate(project.regions) if each is group[0])
            yield Finding(
                f"regions[{at}].percentage",
                f"it is the only region {called(name)}: leave the percentage out, write 100, or state the others",
            )


@rule("places.percentage-out-of-range", Severity.ERROR, "IATI ruleset", standard=("12.1.1",))
def percentage_out_of_range(project: Project, _: Basis) -> Iterator[Finding]:
    """The percentage of a country or region is from 0 to 100."""
    for name in ("countries", "regions"):
        for at, each in enumerate(getattr(project, name)):
            if out_of_range(each):
                yield Finding(f"{name}[{at}].percentage", f"{each.percentage:f} is no share in percent: mend it")


RULES: tuple[Rule, ...] = (
    twice,
    none,
    not_on_all,
    country_no_percentage,
    countries_do_not_add_up,
    lone_country_percentage,
    region_no_percentage,
    regions_do_not_add_up,
    lone_region_percentage,
    percentage_out_of_range,
)
