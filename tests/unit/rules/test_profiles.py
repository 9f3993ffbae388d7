"""Donor profiles: what each preset asks, and what each of its rules finds and leaves."""

import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from aidmodel import (
    Activity,
    Actual,
    Disaggregation,
    Impact,
    Indicator,
    InvalidValue,
    Link,
    OtherResult,
    Outcome,
    Output,
    Period,
    Project,
    Result,
    ResultLevel,
    Severity,
    check,
)
from aidmodel.model.result import Node
from aidmodel.rules.check import RULES
from aidmodel.rules.profile_levels import DonorLevel, levels_of
from aidmodel.rules.profiles import PROFILES, DonorProfile, profile_of
from aidmodel.rules.rule import rule

EXAMPLES = Path(__file__).parents[3] / "examples"
AS_OF = "2024-05-31"
COLUMNS = "weight, risk_rating, beneficiaries, references"
YES: Any = "yes"
I1 = Indicator(title="One")


def found(profile: DonorProfile | str, code: str, *nodes: Node, **stated: Any) -> list[tuple[Severity, str, str]]:
    """Give what a profile finds in a chain under one code."""
    rules = [rule for rule in profile_of(profile).rules if rule.code == f"profile.{code}"]
    report = check(Project(chain=nodes, **stated), as_of=AS_OF, rules=rules)
    return [(issue.severity, issue.path, issue.message) for issue in report]


def outputs(*weights: int | str | None) -> list[Output]:
    """Give outputs with weights."""
    return [Output(title="Wells", weight=weight) for weight in weights]


def test_there_are_the_presets() -> None:
    """By name, in the order of the documentation; each message begins with the name of its profile."""
    assert ["gac", "usaid_rf", "usaid_logframe", "fcdo", "eu", "iom", "undp", "iati"] == list(PROFILES)
    assert all(name == profile.name == profile_of(name.upper()).name for name, profile in PROFILES.items())
    assert all(rule.code.startswith("profile.") for profile in PROFILES.values() for rule in profile.rules)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_only_adds(name: str) -> None:
    """The issues without it are among those with it; asked for again its rules are the same ones."""
    project = runpy.run_path(str(EXAMPLES / "gac_social_inclusion.py"))["PROJECT"]
    plain = list(check(project, as_of=AS_OF))
    report = check(project, as_of=AS_OF, profile=name)

    assert plain == [issue for issue in report if not issue.code.startswith("profile.")]
    assert report == check(project, as_of=AS_OF, profile=profile_of(name))
    assert profile_of(name).rules is profile_of(name).rules


def test_an_unknown_profile_is_refused() -> None:
    """With the likely mend, or the names that there are."""
    with pytest.raises(InvalidValue) as near:
        profile_of("usaid")
    with pytest.raises(InvalidValue) as far:
        profile_of("?")

    assert "is no donor's profile, got 'usaid'; did you mean 'usaid_rf'?" == str(near.value)
    assert far.value.mend == "write one of gac, usaid_rf, usaid_logframe, fcdo, eu, iom, undp, iati"


@pytest.mark.parametrize(
    ("profile", "node", "expected"),
    [
        ("gac", Impact(title="a"), ["Ultimate outcome"]),
        ("gac", Outcome(title="a", depth="immediate"), ["Immediate outcome"]),
        ("gac", Outcome(title="a"), ["Intermediate outcome", "Immediate outcome"]),
        ("gac", Outcome(title="a", label="Immediate outcome 1110"), ["Immediate outcome"]),
        ("gac", Activity(title="a"), ["Activity"]),
        ("usaid_rf", Impact(title="a", label="DO 2"), ["Development objective"]),
        ("usaid_rf", Impact(title="a"), ["Goal", "Development objective"]),
        ("usaid_rf", Outcome(title="a", label="IR 2.1"), ["Intermediate result"]),
        ("usaid_rf", Outcome(title="a", label="Sub-IR 2.1.1"), ["Sub-intermediate result"]),
        ("usaid_rf", Output(title="a"), []),
        ("fcdo", Outcome(title="a", depth="immediate"), ["Outcome"]),
        ("eu", Outcome(title="a"), ["Specific objective"]),
        ("eu", Outcome(title="a", depth="immediate"), ["Intermediary outcome"]),
        ("iati", OtherResult(title="a"), ["Other"]),
        ("iati", Result(title="a"), ["Impact", "Outcome", "Output", "Other"]),
    ],
)
def test_a_node_has_its_place(profile: str, node: Node, expected: list[str]) -> None:
    """By its level, and where that leaves several by its label; a result of no stated level may be at any."""
    assert expected == [level.label for level in levels_of(node, profile_of(profile).levels)]


def test_levels_are_counted() -> None:
    """FCDO has one outcome and up to six outputs; what was dropped does not count, what may be an outcome may."""
    one, none = Outcome(title="a"), "fcdo has 1 of the level 'Outcome' at least, and there are 0: state it"
    many = "fcdo has {} at most, and there are {}: join some, or move them to another level"

    assert [] == found("fcdo", "level-count")
    assert [] == found("fcdo", "level-count", Activity(title="a"))
    assert [] == found("fcdo", "level-count", one, *outputs(*[None] * 6))
    assert [] == found("fcdo", "level-count", Result(title="a"), Output(title="b"))
    assert [] == found("fcdo", "level-count", one, evolve(one, status="dropped"))
    assert [(Severity.WARNING, "chain", none)] == found("fcdo", "level-count", Output(title="b"))
    assert [
        (Severity.WARNING, "chain", many.format("1 of the level 'Outcome'", 2)),
        (Severity.WARNING, "chain", many.format("6 of the level 'Output'", 7)),
    ] == found("fcdo", "level-count", one, one, *outputs(*[None] * 7))
    assert [(Severity.WARNING, "chain", "eu" + many.format("10 of the level 'Output'", 11)[4:])] == found(
        "eu", "level-count", *outputs(*[None] * 11)
    )


def test_levels_that_there_are_not() -> None:
    """A results framework of USAID ends with sub-results; a result of no stated level is another rule's."""
    message = (
        "usaid_rf has no level for output: it has Goal, Development objective, Intermediate result, "
        "Sub-intermediate result"
    )

    assert [(Severity.INFO, "chain[0]", message)] == found("usaid_rf", "no-such-level", *outputs(None))
    assert [] == found("usaid_rf", "no-such-level", Outcome(title="a"), Result(title="b"), Activity(title="c"))


def test_levels_that_are_not_told() -> None:
    """GAC tells outcomes apart by their depth; of no stated level at all is another rule's."""
    message = (
        "gac tells 'Intermediate outcome' and 'Immediate outcome' apart: state which it is, by its level or its label"
    )

    assert [(Severity.INFO, "chain[0]", message)] == found("gac", "level-not-told", Outcome(title="a"))
    assert [] == found("gac", "level-not-told", Outcome(title="a", depth="immediate"), Result(title="b"))
    assert [] == found("fcdo", "level-not-told", Outcome(title="a"))


def test_indicators_are_due() -> None:
    """USAID asks for none at the goal; a result that tells what was reached is no row of a plan."""
    at, anywhere = "{} asks for an indicator at the level {!r}: state one", "{} asks for an indicator: state one"

    def said(profile: str, node: Node) -> list[str]:
        return [message for _, _, message in found(profile, "no-indicators", node)]

    assert [at.format("gac", "Ultimate outcome")] == said("gac", Impact(title="a"))
    assert [anywhere.format("gac")] == said("gac", Outcome(title="a"))
    assert [at.format("usaid_rf", "Intermediate result")] == said("usaid_rf", Outcome(title="a", depth="intermediate"))
    assert [anywhere.format("iati")] == said("iati", Result(title="a"))
    assert [] == said("usaid_rf", Impact(title="a"))
    assert [] == said("usaid_rf", Output(title="a"))
    assert [] == said("iom", Activity(title="a"))
    assert [] == said("gac", Output(title="a", indicators=I1))
    assert [] == said("gac", Result(title="a", status="achieved"))
    assert [(Severity.WARNING, "chain[0].indicators", at.format("fcdo", "Output"))] == found(
        "fcdo", "no-indicators", Output(title="a", status="achieved")
    )


def test_columns_of_an_indicator() -> None:
    """What is empty is named as the donor does; a target of a period is one."""
    full = Indicator(
        title="One",
        baselines=0,
        periods=Period("2024", targets=1),
        data_source="Survey",
        collection_method="Interviews",
        frequency="annual",
        responsible="The team",
    )
    empty = "gac has columns that are empty here: baseline, target, data sources, collection methods, frequency, responsibility"

    assert [] == found("gac", "indicator-incomplete", Output(title="a", indicators=full))
    assert [(Severity.WARNING, "chain[0].indicators[1]", empty)] == found(
        "gac", "indicator-incomplete", Output(title="a", indicators=[full, I1])
    )
    assert [] == found("usaid_rf", "indicator-incomplete", Output(title="no level of it", indicators=I1))


def test_columns_of_a_result() -> None:
    """FCDO weighs and rates each output."""
    asks = "fcdo asks for the {} of each Output: state it"

    assert [
        (Severity.WARNING, "chain[0].weight", asks.format("weight")),
        (Severity.WARNING, "chain[0].risk_rating", asks.format("risk rating")),
    ] == found("fcdo", "result-incomplete", Output(title="a"), Outcome(title="b"))
    assert [] == found("fcdo", "result-incomplete", Output(title="a", weight=100, risk_rating="low"))


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([], []),
        ([None, None], []),
        (["33.33", "33.33", "33.33"], []),  # 99.99: within 0.01
        (
            ["33.33", "33.33", "33.32"],
            [("chain", "fcdo has weights that add up to 100, and these add up to 99.98: mend them")],
        ),
        ([60, 50], [("chain", "fcdo has weights that add up to 100, and these add up to 110: mend them")]),
        ([100, None], [("chain[1].weight", "fcdo weighs all or none, and this has no weight: state it")]),
        ([100, 0], [("chain[1].weight", "the weight is 0, and fcdo has weights above zero: mend it")]),
    ],
)
def test_weights_make_a_whole(weights: list[int | str | None], expected: list[tuple[str, str]]) -> None:
    """All or none, each above zero, 100 in all, give or take 0.01."""
    assert [(Severity.ERROR, *each) for each in expected] == found("fcdo", "weights", *outputs(*weights))


def test_assumptions_and_risks_have_a_place() -> None:
    """Assumptions at impact and outcome, on the result or on a link to or from it; risks at outputs."""
    impact, outcome = Impact(id="i", title="a"), Outcome(id="o", title="b")
    output = Output(title="c", contributes_to=Link("o", assumptions="It rains"))
    here = "fcdo has a place for {} here: state what {}"
    assumed = here.format("assumptions", "has to hold")

    assert [
        (Severity.INFO, "chain[0].assumptions", assumed),
        (Severity.INFO, "chain[1].assumptions", assumed),
    ] == found("fcdo", "no-assumptions", impact, outcome, evolve(output, contributes_to=()))
    assert [(Severity.INFO, "chain[0].assumptions", assumed)] == found(
        "fcdo", "no-assumptions", impact, outcome, output
    )
    assert [] == found("fcdo", "no-assumptions", impact, evolve(outcome, contributes_to=Link("i", assumptions="Peace")))
    assert [] == found("fcdo", "no-assumptions", evolve(impact, assumptions="Peace"))
    assert [(Severity.INFO, "chain[2].risks", here.format("risks", "might happen"))] == found(
        "fcdo", "no-risks", impact, outcome, output
    )
    assert [] == found("fcdo", "no-risks", Output(title="c", risks="Floods"))


@pytest.mark.parametrize(
    ("title", "stated", "expected"),
    [
        ("Strengthened capacity of ministries in Peru", {}, ""),
        ("improved, and fairer access", {}, ""),
        ({"fr": "Accès", "en-CA": "Increased access"}, {}, ""),
        ({"fr": "Accès aux services"}, {}, ""),
        ({None: "Accès aux services"}, {"default_language": "fr"}, ""),
        (
            "Access to services",
            {},
            "begins a result with its direction: increased, improved, reduced, strengthened, enhanced …",
        ),
        ("Increased access and improved quality", {}, "states one change in a result: make two of it"),
    ],
)
def test_outcomes_are_worded(title: Any, stated: dict[str, Any], expected: str) -> None:
    """In English an outcome of GAC begins with the direction of the one change it states."""
    issues = [(Severity.INFO, "chain[0].title", f"gac {expected}")] if expected else []
    outcome = Outcome(title=title, depth="immediate")

    assert issues == found("gac", "outcome-wording", outcome, Output(title=title), **stated)
    assert [] == found("gac", "outcome-wording", evolve(outcome, status="achieved"), **stated)


def test_a_statement_is_the_same_everywhere() -> None:
    """A result with the number of another at its level is that one, in the same words; "(1)" is no number of it."""
    first = Outcome(title="Increased access", depth="immediate", label="Immediate outcome 1110")
    message = (
        "gac states a result in the same words wherever it stands, and chain[0] has 1110, too: mend one of the two"
    )

    assert [(Severity.ERROR, "chain[2].title", message)] == found(
        "gac",
        "statement-differs",
        first,
        evolve(first, title="Increased  access"),
        evolve(first, title="Better access"),
    )
    assert [] == found("gac", "statement-differs", first, evolve(first, title="Other", label="1120"))
    assert [] == found(
        "gac", "statement-differs", evolve(first, label="(1)"), evolve(first, label="(1)", title="Other")
    )
    assert [] == found("gac", "statement-differs", first, Output(title="Wells", label="1110"))


def test_people_are_counted_by_sex() -> None:
    """Where the European Union pays, unless the indicator is about one sex, or counts no people."""
    people = Indicator(title="Trained", unit="people")
    message = "eu counts people by sex: state the dimension, and values by it"

    assert [(Severity.INFO, "chain[0].indicators[0].disaggregations", message)] == found(
        "eu", "not-by-sex", Output(title="a", indicators=people)
    )
    assert [] == found(
        "eu",
        "not-by-sex",
        Output(
            title="a",
            indicators=[
                Indicator(title="Wells", unit="well"),
                Indicator(title="Trained"),
                evolve(people, title="Girls at school"),
                evolve(people, disaggregations=Disaggregation("Sex")),
                evolve(people, periods=Period("2024", actuals=Actual(1, dimensions={"gender": "female"}))),
            ],
        ),
    )


def test_a_regional_project_has_countries() -> None:
    """IOM asks for two states of a regional project; a region in their place is not enough."""
    message = "iom asks for 2 countries of a regional project, and there are 1"

    assert [(Severity.WARNING, "countries", message)] == found(
        "iom", "too-few-countries", scope="regional", countries="CO"
    )
    assert [] == found("iom", "too-few-countries", scope="regional", countries=["CO", "PE"])
    assert [] == found("iom", "too-few-countries", scope="national", countries="CO")


def test_the_examples_under_their_donors() -> None:
    """The pages hold no logframe: GAC's outcomes have no depth and no indicators, USAID's key results tell what came."""
    counts = {
        name: dict(Counter(issue.code for issue in check(project, as_of=AS_OF, profile=profile, rules=[])))
        for name, profile in (
            ("gac_social_inclusion", "gac"),
            ("iom_irregular_migration", "iom"),
            ("usaid_integra", "usaid_rf"),
        )
        for project in [runpy.run_path(str(EXAMPLES / f"{name}.py"))["PROJECT"]]
    }

    # three outcomes of GAC, in other words than the page's; IOM's two results may be objective, outcome or output
    assert counts == {
        "gac_social_inclusion": {
            "profile.level-not-told": 3,
            "profile.outcome-wording": 3,
            "profile.no-indicators": 3,
        },
        "iom_irregular_migration": {"profile.no-indicators": 2},
        "usaid_integra": {},
    }


@rule("echo.no-partner", Severity.WARNING, "the donor's own handbook")
def no_partner(project: Project, _: Any) -> Any:
    """It is asked as any other."""
    return iter(())


def test_a_profile_of_ones_own() -> None:
    """Made from one that is there, with other levels and rules of its own."""
    echo = evolve(
        profile_of("eu"),
        name="echo",
        levels=[
            DonorLevel("Specific objective", levels="outcome", least=1, most=1),
            DonorLevel("Result", levels="output"),
        ],
        columns={},
        by_sex=False,
        added=no_partner,
    )
    message = "echo has 1 of the level 'Specific objective' at least, and there are 0: state it"

    assert (ResultLevel.OUTCOME,) == echo.levels[0].levels
    assert [
        "profile.level-count",
        "profile.no-such-level",
        "profile.level-not-told",
        "echo.no-partner",
    ] == [each.code for each in echo.rules]
    assert [(Severity.WARNING, "chain", message)] == found(echo, "level-count", Output(title="a"))


def test_a_profile_that_brings_what_is_asked_anyway() -> None:
    """The rule is asked once."""
    ours = evolve(profile_of("eu"), added=[each for each in RULES if each.code == "identity.no-title"])
    project = Project(identifier="XM-1-2")

    assert 1 == len(check(project, as_of="2024-05-31", profile=ours).by_code()["identity.no-title"])
    assert 1 == len(check(project, as_of="2024-05-31", rules="identity", profile=ours).by_code()["identity.no-title"])


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (
            lambda: evolve(profile_of("eu"), columns={"baseline": "baseline"}),
            "DonorProfile.columns: is no field of an Indicator, got 'baseline'; did you mean 'baselines'?",
        ),
        (
            lambda: evolve(profile_of("eu"), numbers="("),
            "DonorProfile.numbers: is no pattern: missing ), unterminated subpattern at position 0, got '('",
        ),
        (
            lambda: DonorLevel("Output", levels="output", columns="owner"),
            f"DonorLevel.columns: is no column of a result, got 'owner'; it may be one of {COLUMNS}",
        ),
        (
            lambda: DonorLevel("Output", levels="output", weighted=YES),
            "DonorLevel.weighted: must be a bool, got 'yes'",
        ),
        (lambda: evolve(profile_of("eu"), by_sex=YES), "DonorProfile.by_sex: must be a bool, got 'yes'"),
    ],
)
def test_a_profile_that_can_never_be_meant(made: Any, message: str) -> None:
    """Is refused with the field, the value and the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        made()

    assert message == str(caught.value)
