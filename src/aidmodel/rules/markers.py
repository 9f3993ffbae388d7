"""Rules on policy markers."""

from collections.abc import Iterator

from aidmodel.issues import Severity
from aidmodel.model.project import Project
from aidmodel.rules.rule import Basis, Finding, Rule, rule
from aidmodel.rules.stated import DAC, raw, vocabulary


@rule("markers.no-significance", Severity.ERROR, "IATI ruleset", standard=("6.14.1",))
def no_significance(project: Project, _: Basis) -> Iterator[Finding]:
    """A marker of the DAC's list (vocabulary 1) says how much its goal matters."""
    for at, marker in enumerate(project.markers):
        if marker.significance is None and vocabulary(marker) in DAC and raw(marker, "@significance") is None:
            yield Finding(f"markers[{at}].significance", "the significance is not stated: 0 where the goal is none")


@rule("markers.own-list-unnamed", Severity.ERROR, "IATI ruleset", standard=("6.13.1",))
def own_list_unnamed(project: Project, _: Basis) -> Iterator[Finding]:
    """A marker of a publisher's own list (vocabulary 99) has a narrative."""
    for at, marker in enumerate(project.markers):
        if not marker.name.entries and vocabulary(marker) == "99":
            yield Finding(f"markers[{at}].name", "a code of one's own list says nothing by itself: state its name")


RULES: tuple[Rule, ...] = (no_significance, own_list_unnamed)
