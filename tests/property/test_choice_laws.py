"""Laws of the rules that check() asks: which, in what order, of several projects, of what a reader kept raw."""

import datetime as dt
from random import Random

from attrs import evolve
from hypothesis import given, settings, strategies as st

from aidmodel import (
    Actual,
    Budget,
    Extras,
    Funder,
    Indicator,
    Output,
    Party,
    Period,
    PolicyMarker,
    Project,
    ProjectDate,
    Raw,
    Region,
    ReportingOrganisation,
    Sector,
    Transaction,
    check,
    from_json,
    to_json,
)
from aidmodel.rules.check import RULES, iter_issues
from aidmodel.rules.rule import Rule
from aidmodel.testing.strategies import projects

STANDARD = {rule.code: rule.standard for rule in RULES}
PIECES = st.lists(
    st.builds(
        Raw,
        at=st.sampled_from(["", "value", "period-start", "period-end", "transaction-date", "title/narrative[0]"]),
        name=st.sampled_from([
            "@iso-date", "@value-date", "@value", "@currency", "@ref", "@vocabulary", "@percentage", "@significance",
            "#text", "title", "description", "value", "aid-type", "default-aid-type", "iati-identifier",
        ]),
        xml=st.sampled_from(["", " ", "1", "2024-01-01", "2024-02-30", "0000-00-00", "<title/>", "<narrative>a", "<&\0"])
        | st.text(max_size=20),
    ),
    max_size=4,
).map(lambda raw: Extras(raw=raw))  # fmt: skip
"""What a reader may have kept, and what it never would."""


@given(PIECES, st.dates())
def test_raw_content_is_judged_whatever_it_is(extras: Extras, as_of: dt.date) -> None:
    """Rules that look at it never raise, and lead somewhere; JSON changes nothing."""
    value = Actual(extras=extras)
    indicator = Indicator(measure="number", extras=extras, periods=Period(actuals=value, extras=extras))
    project = Project(
        extras=extras,
        reporting=ReportingOrganisation(extras=extras),
        participants=Funder(extras=extras),
        dates=ProjectDate(kind="actual", edge="start", extras=extras),
        sectors=[Sector("1", extras=extras), Sector("2", percentage=50, extras=extras)],
        regions=Region("1", extras=extras),
        markers=PolicyMarker("1", extras=extras),
        budgets=Budget(extras=extras),
        transactions=Transaction(extras=extras, provider=Party(extras=extras)),
        chain=Output(extras=extras, indicators=indicator),
    )
    report = check(project, as_of=as_of)

    assert report == check(from_json(to_json(project)), as_of=as_of)
    for issue in report:
        project.at(issue.path)


@given(projects(), st.dates(), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_order_and_repetition_of_rules_change_nothing(project: Project, as_of: dt.date, random: Random) -> None:
    """Rules that are shuffled, or asked twice over, find what they find by themselves."""
    shuffled = random.sample(RULES, len(RULES))
    parts = [check(project, as_of=as_of, rules=rule) for rule in shuffled[:10]]

    assert check(project, as_of=as_of) == check(project, as_of=as_of, rules=[*shuffled, *RULES, "iati"])
    assert sorted(map(str, check(project, as_of=as_of, rules=shuffled[:10]))) == sorted(
        str(issue) for part in parts for issue in part
    )


@given(projects(), st.dates(), st.sampled_from(RULES))
@settings(max_examples=50)
def test_what_is_chosen_and_what_is_left_are_all_there_is(project: Project, as_of: dt.date, rule: Rule) -> None:
    """By code, by family and by the ids of the standard; and what is found has an id of its rule."""
    every = check(project, as_of=as_of)
    for word in (rule.code, rule.code.partition(".")[0], "iati", *rule.standard[:1]):
        chosen, left = check(project, as_of=as_of, rules=word), check(project, as_of=as_of, without=word)

        assert sorted(map(str, every)) == sorted(map(str, (*chosen, *left)))
    assert all(issue.rule is None or issue.rule in STANDARD[issue.code] for issue in every)


@given(st.lists(projects(), max_size=3), st.dates())
@settings(max_examples=30)
def test_several_projects_are_judged_each_by_itself(several: list[Project], as_of: dt.date) -> None:
    """But for identifiers that stand twice, each has the issues it has alone, one project after the other, and its name."""
    together = [*iter_issues(several, as_of=as_of, without="1.1.2")]
    alone = [
        evolve(issue.under(f"[{at}]"), project=each.identifier)
        for at, each in enumerate(several)
        for issue in check(each, as_of=as_of)
    ]
    stated = [each.identifier for each in several if each.identifier is not None]

    assert alone == together
    assert len(stated) - len(set(stated)) == len(check(several, as_of=as_of, rules="1.1.2"))
