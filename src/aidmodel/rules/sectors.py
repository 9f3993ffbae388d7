"""Rules on sectors: where they are stated, and what share of the project each has."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.shares import alone_and_partial, called, lacking, of_vocabularies, out_of_range, sum_fault
from aidmodel.rules.stated import DAC, vocabulary

_OWN_LISTS = ("98", "99")


@rule("sectors.none", Severity.ERROR, "IATI ruleset", standard=("6.2.2",))
def none(project: Project, _: Basis) -> Iterator[Finding]:
    """A sector is given, for the project or for a transaction."""
    if not project.sectors and not any(each.sectors for each in project.transactions):
        yield Finding("sectors", "no sector is given: state what the money is for, here or for each transaction")


@rule("sectors.twice", Severity.ERROR, "IATI ruleset", standard=("6.6.2",))
def twice(project: Project, _: Basis) -> Iterator[Finding]:
    """Sectors are given for the project or for its transactions, not for both."""
    if project.sectors and any(each.sectors for each in project.transactions):
        yield Finding("sectors", "sectors are given here and for transactions: keep those of one of the two")


@rule("sectors.not-on-all-transactions", Severity.ERROR, "IATI ruleset", standard=("6.7.2",))
def not_on_all(project: Project, _: Basis) -> Iterator[Finding]:
    """Where the project has no sector, each of its transactions has one."""
    if project.sectors:
        return
    bare = [at for at, each in enumerate(project.transactions) if not each.sectors]
    if bare:
        yield Finding(
            f"transactions[{bare[0]}].sectors",
            f"the project has no sector, nor do {len(bare):,} of its {len(project.transactions):,} transactions: "
            f"state one for the project, or for each transaction",
        )


@rule("sectors.no-percentage", Severity.ERROR, "IATI ruleset", standard=("2.1.1",))
def no_percentage(project: Project, _: Basis) -> Iterator[Finding]:
    """Where a vocabulary has several sectors, each has a percentage."""
    default, others = of_vocabularies(project.sectors)
    for name, group in ((None, default), *others.items()):
        if bare := lacking(group):
            yield Finding(
                "sectors",
                f"{bare:,} of the {len(group):,} sectors {called(name)} have no percentage: state the share of each",
            )


@rule("sectors.do-not-add-up", Severity.ERROR, "IATI ruleset", standard=("2.1.2",))
def do_not_add_up(project: Project, _: Basis) -> Iterator[Finding]:
    """The percentages of sectors of the default vocabulary add up to 100, rounded to four decimals."""
    default, _others = of_vocabularies(project.sectors)
    if len(default) - lacking(default) > 1 and (fault := sum_fault(default)):
        yield Finding("sectors", f"the percentages of the sectors {called(None)} {fault}: mend them")


@rule(
    "sectors.of-vocabulary-do-not-add-up",
    Severity.WARNING,
    "what a whole is; the ruleset means to ask it (2.1.2), under a condition that is never true for other vocabularies",
)
def of_vocabulary_do_not_add_up(project: Project, _: Basis) -> Iterator[Finding]:
    """The percentages of sectors of each other vocabulary add up to 100, too."""
    _default, others = of_vocabularies(project.sectors)
    for name, group in others.items():
        if len(group) - lacking(group) > 1 and name not in DAC and (fault := sum_fault(group)):
            yield Finding("sectors", f"the percentages of the sectors {called(name)} {fault}: mend them")


@rule("sectors.lone-percentage", Severity.ERROR, "IATI ruleset", standard=("2.1.4",))
def lone_percentage(project: Project, _: Basis) -> Iterator[Finding]:
    """The only sector of a vocabulary has no percentage, or 100."""
    default, others = of_vocabularies(project.sectors)
    for name, group in ((None, default), *others.items()):
        if alone_and_partial(group):
            at = next(at for at, each in enumerate(project.sectors) if each is group[0])
            yield Finding(
                f"sectors[{at}].percentage",
                f"it is the only sector {called(name)}: leave the percentage out, write 100, or state the others",
            )


@rule("sectors.percentage-out-of-range", Severity.ERROR, "IATI ruleset", standard=("12.3.1",))
def percentage_out_of_range(project: Project, _: Basis) -> Iterator[Finding]:
    """The percentage of a sector is from 0 to 100."""
    for at, sector in enumerate(project.sectors):
        if out_of_range(sector):
            yield Finding(f"sectors[{at}].percentage", f"{sector.percentage:f} is no share in percent: mend it")


@rule("sectors.own-list-unnamed", Severity.ERROR, "IATI ruleset", standard=("2.2.1",))
def own_list_unnamed(project: Project, _: Basis) -> Iterator[Finding]:
    """Sectors of a publisher's own list (vocabulary 98 or 99) have as many narratives as they are."""
    own = [(at, each) for at, each in enumerate(project.sectors) if each.vocabulary in _OWN_LISTS]
    if sum(len(each.name) for _at, each in own) < len(own):
        at = next(at for at, each in own if not each.name.entries)
        yield Finding(f"sectors[{at}].name", "a code of one's own list says nothing by itself: state its name")


@rule("sectors.one-unnamed", Severity.WARNING, "IATI guidance; the ruleset counts all names together")
def one_unnamed(project: Project, _: Basis) -> Iterator[Finding]:
    """Each sector of a publisher's own list has a name, even where another has several."""
    own = [(at, each) for at, each in enumerate(project.sectors) if each.vocabulary in _OWN_LISTS]
    if sum(len(each.name) for _at, each in own) >= len(own):
        for at, each in own:
            if not each.name:
                yield Finding(f"sectors[{at}].name", "a code of one's own list says nothing by itself: state its name")


@rule("sectors.no-dac", Severity.WARNING, "IATI ruleset", standard=("102.1.1",))
def no_dac(project: Project, _: Basis) -> Iterator[Finding]:
    """Where the project has sectors, one is of the DAC's list (vocabulary 1)."""
    if project.sectors and not any(vocabulary(each) in DAC for each in project.sectors):
        yield Finding("sectors", "no sector is of the OECD DAC's list (vocabulary 1): state those beside your own")


RULES: tuple[Rule, ...] = (
    none,
    twice,
    not_on_all,
    no_percentage,
    do_not_add_up,
    of_vocabulary_do_not_add_up,
    lone_percentage,
    percentage_out_of_range,
    own_list_unnamed,
    one_unnamed,
    no_dac,
)
