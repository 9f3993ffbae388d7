"""Strategies for indicators, nodes, chains and projects."""

from typing import Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from aidmodel.model.chain import ResultsChain
from aidmodel.model.indicator import Disaggregation, Indicator, MeasureType, Period
from aidmodel.model.link import Assumption, Link, Risk
from aidmodel.model.measurement import Actual, Baseline, Dimension, Measured, Target, TargetRevision, ValueStatus
from aidmodel.model.project import Project
from aidmodel.model.result import Activity, Figure, Impact, Input, Node, OtherResult, Outcome, Output, Result
from aidmodel.testing._built import arguments, built, several
from aidmodel.testing._statements import budgets, project_dates, provenances
from aidmodel.testing._values import codes, decimals, extras, strings, texts
from aidmodel.values.span import DateSpan

M = TypeVar("M", bound=Measured)
N = TypeVar("N", bound=Node)


def dimensions() -> SearchStrategy[Dimension]:
    """Draw categories that values are for."""
    return built(Dimension)


def disaggregations() -> SearchStrategy[Disaggregation]:
    """Draw dimensions that indicators are broken down by."""
    return built(Disaggregation)


def _measured(cls: type[M]) -> SearchStrategy[M]:
    # A number, words and a status stand in one another's place: at most one of them is drawn.
    words = strings() | st.sampled_from(["yes", "low"])
    said: list[dict[str, SearchStrategy[Any]]] = [
        {"value": decimals()},
        {"stated": words},
        {"status": st.sampled_from(list(ValueStatus))},
        {},
    ]
    others = arguments(cls, without=("value", "stated", "status"), most=3)
    return st.builds(
        lambda one, given: cls(**one, **given), st.one_of([st.fixed_dictionaries(each) for each in said]), others
    )


def baselines() -> SearchStrategy[Baseline]:
    """Draw baselines: a number, words, a status, or nothing."""
    return _measured(Baseline)


def target_revisions() -> SearchStrategy[TargetRevision]:
    """Draw what targets were before: a number, words, a status, or nothing, beside bounds in any order."""
    return _measured(TargetRevision)


def targets() -> SearchStrategy[Target]:
    """Draw targets: a number, words, a status, or nothing, beside bounds in any order."""
    return _measured(Target)


def actuals() -> SearchStrategy[Actual]:
    """Draw actuals: a number, words, a status, or nothing."""
    return _measured(Actual)


def periods() -> SearchStrategy[Period]:
    """Draw periods; some cover the same year, or none that is stated."""
    years = st.sampled_from([None, "2022", "2023", "2023-03/2024-02"]).map(lambda text: text and DateSpan.parse(text))
    values = {"targets": several(targets()), "actuals": several(actuals())}
    return built(Period, {"span": years, **values}) | built(Period, values)


def indicators() -> SearchStrategy[Indicator]:
    """Draw indicators of known, unknown and no measures."""
    measures = st.none() | st.sampled_from(list(MeasureType)) | codes()
    own = {"title": texts(), "measure": measures, "baselines": several(baselines(), 1), "periods": several(periods())}
    return built(Indicator, own)


def assumptions() -> SearchStrategy[Assumption]:
    """Draw assumptions."""
    return built(Assumption, {"statement": texts()})


def risks() -> SearchStrategy[Risk]:
    """Draw risks."""
    return built(Risk, {"statement": texts()})


def figures() -> SearchStrategy[Figure]:
    """Draw quantities that sentences state."""
    return built(Figure)


def links() -> SearchStrategy[Link]:
    """Draw links; in a chain of :func:`results_chains` they lead to its nodes."""
    return built(Link, most=2)


def _built_nodes(cls: type[N]) -> SearchStrategy[N]:
    return built(cls, {"title": texts()})


def inputs() -> SearchStrategy[Input]:
    """Draw inputs."""
    return _built_nodes(Input)


def activities() -> SearchStrategy[Activity]:
    """Draw activities."""
    return _built_nodes(Activity)


def _built_results(cls: type[N]) -> SearchStrategy[N]:
    return built(cls, {"title": texts(), "indicators": several(indicators())})


def outputs() -> SearchStrategy[Output]:
    """Draw outputs."""
    return _built_results(Output)


def outcomes() -> SearchStrategy[Outcome]:
    """Draw outcomes of no, little and much depth."""
    return _built_results(Outcome)


def impacts() -> SearchStrategy[Impact]:
    """Draw impacts."""
    return _built_results(Impact)


def other_results() -> SearchStrategy[OtherResult]:
    """Draw results that are none of the others."""
    return _built_results(OtherResult)


def results() -> SearchStrategy[Result]:
    """Draw results of every class, and without a level."""
    plain: SearchStrategy[Result] = _built_results(Result)
    return st.one_of(outputs(), outcomes(), impacts(), plain, other_results())


def nodes() -> SearchStrategy[Node]:
    """Draw nodes of every class."""
    return st.one_of(results(), activities(), inputs())


def results_chains(*, most: int = 5) -> SearchStrategy[ResultsChain]:
    """Draw chains of at most ``most`` nodes, in all the shapes that real ones have.

    There are circles, links of a node to itself, several links between two nodes, nodes without an id or a link, equal
    nodes, and links that lead down.
    """
    places = st.integers(0, most - 1)
    all_named = st.just([(place, f"node-{place + 1}") for place in range(most)])
    some_named = st.lists(st.tuples(places, strings()), unique_by=(_first, _second), max_size=most)
    return st.builds(
        _chain,
        st.just(most),
        st.lists(nodes(), max_size=most),
        st.lists(places, max_size=1),
        some_named | all_named,
        st.lists(st.tuples(places, places, links()), max_size=most + 2),
    )


def _first(pair: tuple[int, str]) -> int:
    return pair[0]


def _second(pair: tuple[int, str]) -> str:
    return pair[1]


def _chain(
    most: int, drawn: list[Node], again: list[int], ids: list[tuple[int, str]], ways: list[tuple[int, int, Link]]
) -> ResultsChain:
    # Everything is drawn beforehand, as strategies made while drawing are slow; what lies beyond the nodes falls away.
    found = drawn[: most - len(again)] + [drawn[place] for place in again if place < len(drawn)]
    id_of = {place: name for place, name in ids if place < len(found)}
    links_of: dict[int, list[Link]] = {}
    for source, target, link in ways:
        if target in id_of:
            links_of.setdefault(source, []).append(evolve(link, to=id_of[target]))
    return ResultsChain(
        evolve(node, id=id_of.get(place), contributes_to=links_of.get(place, ())) for place, node in enumerate(found)
    )


def projects() -> SearchStrategy[Project]:
    """Draw projects with a chain, dates, budgets, and some of the other fields."""
    own = {
        "identifier": st.none() | st.sampled_from(["XM-DAC-1-42", "CE.0373"]) | strings(),
        "title": texts(),
        "dates": several(project_dates(), 4),
        "budgets": several(budgets()),
        "chain": results_chains(),
        "extras": st.none() | extras(),
        "provenance": several(provenances()),
    }
    return built(Project, own, most=8)
