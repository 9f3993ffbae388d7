"""Strategies for what is said and asked of projects: issues, reports, changes, donors' profiles, what readers hand over."""

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.analysis.diff import Change, ChangeKind
from aidmodel.io.iati.writer import Written, write_iati
from aidmodel.issues import Header, Issue, Loaded, Report, ReportChange, Severity
from aidmodel.model.project import Project
from aidmodel.rules.profile_levels import DonorLevel
from aidmodel.rules.profiles import PROFILES, DonorProfile
from aidmodel.testing._results import projects
from aidmodel.testing._values import strings

_PATHS = ("", "title", "[3].title", "budgets[2].span", "chain[0].indicators[1].periods[0]", "extras[org:cost_centre]")


def issues() -> SearchStrategy[Issue]:
    """Draw issues of any severity, with and without a rule of the standard, a project and a place in a source."""
    return st.builds(
        Issue,
        code=st.sampled_from(["dates.reversed", "budgets.negative", "org:own-code"]),
        severity=st.sampled_from(Severity),
        message=strings(),
        path=st.sampled_from(_PATHS),
        rule=st.none() | st.just("7.5.3"),
        project=st.none() | st.sampled_from(["XM-1-2", "XM-1-3"]),
        where=st.none() | st.tuples(st.integers(1, 10**6), st.integers(1, 999)),
    )


def reports() -> SearchStrategy[Report]:
    """Draw reports of a few issues or none; an issue may stand in one twice."""
    return st.lists(issues(), max_size=4).map(Report)


def report_changes() -> SearchStrategy[ReportChange]:
    """Draw what became of the issues of one report in another."""
    return st.builds(lambda newer, older: newer.compared_with(older), reports(), reports())


def donor_profiles() -> SearchStrategy[DonorProfile]:
    """Draw what donors ask of a results chain: the profiles that there are, of other names."""
    return st.builds(lambda profile, name: evolve(profile, name=name), st.sampled_from([*PROFILES.values()]), strings())


def donor_levels() -> SearchStrategy[DonorLevel]:
    """Draw levels of donors' frames."""
    return st.sampled_from([level for profile in PROFILES.values() for level in profile.levels])


def headers() -> SearchStrategy[Header]:
    """Draw what files say of themselves: those of one format with little, those of another with all of an XML root."""
    plain = st.builds(Header, format=strings(), version=st.none() | strings())
    root = st.builds(
        Header,
        format=st.just("IATI"),
        version=st.none() | st.sampled_from(["2.03", "1.04"]),
        generated=st.none() | st.datetimes(),
        attributes=st.just({}) | st.just({"linked-data-default": "https://example.org", "{urn:x}made-by": "hand"}),
        namespaces=st.just([]) | st.just([("x", "urn:x")]),
        elements=st.just([]) | st.just(['<x:note xmlns:x="urn:x">a</x:note>']),
        words=st.just([]) | st.lists(strings(), max_size=2),
    )
    return plain | root


def written() -> SearchStrategy[Written]:
    """Draw what a writer hands over: the file of a few projects, and what it could not hold."""
    return st.lists(projects(), max_size=2).map(write_iati)


def loaded() -> SearchStrategy[Loaded[tuple[Project, ...]]]:
    """Draw what readers of projects hand over."""
    several = st.lists(projects(), max_size=2).map(tuple)
    return st.builds(Loaded, several, reports(), st.none() | headers())


def changes() -> SearchStrategy[Change]:
    """Draw single changes, as a comparison lists them."""
    facts = strings() | st.integers(0, 9)
    return st.builds(
        Change,
        kind=st.sampled_from(ChangeKind),
        path=st.sampled_from(_PATHS),
        id=st.none() | strings(),
        old=st.none() | facts,
        new=st.none() | facts,
    )
