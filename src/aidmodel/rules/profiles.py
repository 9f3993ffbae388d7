"""What donors ask of a results chain, as data: their levels, counts, columns and words, and the rules that follow.

A profile is asked for by name, ``check(project, as_of=…, profile="fcdo")``, or made: ``attrs.evolve`` changes one that is
there. It only adds rules: whatever holds for every project is judged with and without.

>>> [level.label for level in profile_of("gac").levels]
['Ultimate outcome', 'Intermediate outcome', 'Immediate outcome', 'Output', 'Activity']
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import cast, final

import attrs
from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, named, pairs_of
from aidmodel.errors import InvalidValue, near
from aidmodel.model.indicator import Indicator
from aidmodel.rules import profile_rules as made
from aidmodel.rules.profile_levels import DonorLevel, as_donor_levels
from aidmodel.rules.rule import Rule
from aidmodel.values.plain import as_string, as_string_or_none, as_strings, as_whole_or_none


def _as_columns(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    known = [spec.name for spec in attrs.fields(Indicator)]
    given = pairs_of(value) or cast("Iterable[tuple[str, str]]", value)
    pairs = tuple((as_string(name), as_string(label)) for name, label in given)
    for name, _ in pairs:
        if name not in known:
            alike = near(name, known)
            mend = f"did you mean {' or '.join(map(repr, alike))}?" if alike else ""
            raise InvalidValue(name, "is no field of an Indicator", mend)
    return pairs


def _as_pattern_or_none(value: str | None) -> str | None:
    pattern = as_string_or_none(value)
    try:
        return pattern and re.compile(pattern).pattern
    except re.error as error:
        raise InvalidValue(value, f"is no pattern: {error}") from None


def _as_yes_or_no(value: bool) -> bool:
    return as_instance(value, bool)


def _as_rules(value: Rule | Iterable[Rule]) -> tuple[Rule, ...]:
    return as_items(value, Rule)


@final
@frozen(kw_only=True, field_transformer=named)
class DonorProfile:
    """
    What a donor asks of a results chain.

    >>> echo = attrs.evolve(profile_of("eu"), name="echo", levels=[
    ...     DonorLevel("Specific objective", levels="outcome", least=1, most=1, indicators=True),
    ...     DonorLevel("Result", levels="output", indicators=True)])
    >>> [rule.code for rule in echo.rules][:2]
    ['profile.level-count', 'profile.no-such-level']
    """

    name: str = field(converter=as_string, kw_only=False)
    """The name it is asked for by, which its messages begin with."""
    title: str = field(converter=as_string)
    """Whose it is, and of which document."""
    source: str = field(converter=as_string)
    """Where it comes from."""
    levels: tuple[DonorLevel, ...] = field(converter=as_donor_levels)
    """The levels of the donor's frame, from the top."""
    columns: tuple[tuple[str, str], ...] = field(default=(), converter=_as_columns)
    """The fields of an indicator that are filled in, each with what the donor calls it."""
    directions: tuple[str, ...] = field(default=(), converter=as_strings)
    """The words that an outcome begins with in English, as its level asks; none: any."""
    numbers: str | None = field(default=None, converter=_as_pattern_or_none)
    """A pattern for the part of a label that numbers a result in all documents; None: labels do not."""
    by_sex: bool = field(default=False, converter=_as_yes_or_no)
    """Whether what counts people counts them by sex."""
    regional_countries: int | None = field(default=None, converter=as_whole_or_none)
    """How many countries a regional project names at least; None: any number."""
    added: tuple[Rule, ...] = field(default=(), converter=_as_rules)
    """Rules of one's own that the profile brings with it."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that follow from it, and those added."""
        return _rules_of(self)


@lru_cache(maxsize=64)
def _rules_of(profile: DonorProfile) -> tuple[Rule, ...]:
    name, levels, source = profile.name, profile.levels, profile.source
    rules: list[Rule] = []
    if any(level.least is not None or level.most is not None for level in levels):
        rules.append(made.level_count(name, levels, source))
    rules += (made.no_such_level(name, levels, source), made.level_not_told(name, levels, source))
    if any(level.indicators for level in levels):
        rules.append(made.no_indicators(name, levels, source))
    if profile.columns:
        rules.append(made.empty_columns(name, levels, profile.columns, source))
    if any(level.columns for level in levels):
        rules.append(made.empty_result_columns(name, levels, source))
    if any(level.weighted for level in levels):
        rules.append(made.weights(name, levels, source))
    if any(level.assumptions for level in levels):
        rules.append(made.no_assumptions(name, levels, source))
    if any(level.risks for level in levels):
        rules.append(made.no_risks(name, levels, source))
    if profile.directions:
        rules.append(made.wording(name, levels, profile.directions, source))
    if profile.numbers is not None:
        rules.append(made.statement_differs(name, levels, profile.numbers, source))
    if profile.by_sex:
        rules.append(made.not_by_sex(name, source))
    if profile.regional_countries is not None:
        rules.append(made.too_few_countries(name, profile.regional_countries, source))
    return (*rules, *profile.added)


_ANY_OUTCOME = ("outcome", "intermediate outcome", "immediate outcome")
_FURTHER = ("intermediate outcome", "outcome")
_NEARER = ("immediate outcome", "outcome")
_BASELINE_AND_TARGET = {"baselines": "baseline", "targets": "target"}

_PRESETS = (
    DonorProfile(
        "gac",
        title="Global Affairs Canada: Logic Model and Performance Measurement Framework",
        source="GAC RBM Tip Sheets 2.1 and 2.2; PMF checklist",
        levels=[
            DonorLevel("Ultimate outcome", levels="impact", indicators=True, worded=True),
            DonorLevel("Intermediate outcome", levels=_FURTHER, indicators=True, worded=True),
            DonorLevel("Immediate outcome", levels=_NEARER, indicators=True, worded=True),
            DonorLevel("Output", levels="output", indicators=True),
            DonorLevel("Activity", levels="activity"),
        ],
        columns={
            **_BASELINE_AND_TARGET,
            "data_source": "data sources",
            "collection_method": "collection methods",
            "frequency": "frequency",
            "responsible": "responsibility",
        },
        directions=["increased", "improved", "reduced", "strengthened", "enhanced"],
        numbers=r"\b[0-9]{3,4}\b",
    ),
    DonorProfile(
        "usaid_rf",
        title="USAID: Results Framework of a country strategy, with indicator reference sheets",
        source="ADS 201, annex on results frameworks; indicator reference sheets 201maf",
        levels=[
            DonorLevel("Goal", levels="impact"),
            DonorLevel("Development objective", labels="DO", levels="impact"),
            DonorLevel("Intermediate result", labels="IR", levels=_FURTHER, indicators=True),
            DonorLevel("Sub-intermediate result", labels="Sub-IR", levels=_NEARER, indicators=True),
        ],
        columns={
            "definition": "definition",
            "unit": "unit",
            "disaggregations": "disaggregation",
            "data_source": "data source",
            "collection_method": "method",
            "frequency": "frequency",
            "responsible": "responsible",
            **_BASELINE_AND_TARGET,
            "limitations": "limitations",
        },
    ),
    DonorProfile(
        "usaid_logframe",
        title="USAID: logical framework of a project",
        source="ADS 201; logical framework of projects",
        levels=[
            DonorLevel("Goal", levels="impact"),
            DonorLevel("Purpose", levels=_FURTHER, indicators=True, assumptions=True),
            DonorLevel("Sub-purpose", levels=_NEARER, indicators=True, assumptions=True),
            DonorLevel("Output", levels="output", indicators=True, assumptions=True),
            DonorLevel("Input", levels="input"),
        ],
        columns={**_BASELINE_AND_TARGET, "data_source": "data source"},
    ),
    DonorProfile(
        "fcdo",
        title="FCDO, formerly DFID: logical framework",
        source="DFID how-to note on logical frameworks, 2011",
        levels=[
            DonorLevel("Impact", levels="impact", indicators=True, assumptions=True),
            DonorLevel("Outcome", levels=_ANY_OUTCOME, least=1, most=1, indicators=True, assumptions=True),
            DonorLevel(
                "Output",
                levels="output",
                most=6,
                indicators=True,
                columns=["weight", "risk_rating"],
                weighted=True,
                risks=True,
            ),
            DonorLevel("Activity", levels="activity"),
            DonorLevel("Input", levels="input"),
        ],
        columns={**_BASELINE_AND_TARGET, "data_source": "source"},
    ),
    DonorProfile(
        "eu",
        title="European Union: logical framework of an action document (annex C)",
        source="EU annex C; IPA logical frameworks",
        levels=[
            DonorLevel("Overall objective", levels="impact", indicators=True),
            DonorLevel(
                "Specific objective", levels=["outcome", "intermediate outcome"], indicators=True, assumptions=True
            ),
            DonorLevel("Intermediary outcome", levels="immediate outcome", indicators=True, assumptions=True),
            DonorLevel("Output", labels="Expected result", levels="output", most=10, indicators=True, assumptions=True),
            DonorLevel("Activity", levels="activity"),
        ],
        columns={**_BASELINE_AND_TARGET, "data_source": "sources of verification"},
        by_sex=True,
    ),
    DonorProfile(
        "iom",
        title="International Organization for Migration: results matrix",
        source="IOM Monitoring and Evaluation Guidelines; IOM Development Fund",
        levels=[
            DonorLevel("Objective", levels="impact", indicators=True),
            DonorLevel("Outcome", levels=_ANY_OUTCOME, indicators=True, assumptions=True),
            DonorLevel("Output", levels="output", indicators=True, assumptions=True),
            DonorLevel("Activity", levels="activity"),
        ],
        columns={
            "data_source": "data source",
            "collection_method": "collection method",
            **_BASELINE_AND_TARGET,
        },
        regional_countries=2,
    ),
    DonorProfile(
        "undp",
        title="United Nations Development Programme: results framework",
        source="UNDP Handbook on Planning, Monitoring and Evaluating, chapter 2",
        levels=[
            DonorLevel("Impact", levels="impact", indicators=True),
            DonorLevel("Outcome", levels=_ANY_OUTCOME, indicators=True, assumptions=True, risks=True),
            DonorLevel("Output", levels="output", indicators=True, assumptions=True, risks=True),
            DonorLevel("Activity", levels="activity"),
        ],
        columns={**_BASELINE_AND_TARGET, "data_source": "means of verification"},
    ),
    DonorProfile(
        "iati",
        title="IATI 2.03: results",
        source="IATI 2.03, result; IATI guidance, results",
        levels=[
            DonorLevel("Impact", levels="impact", indicators=True),
            DonorLevel("Outcome", levels=_ANY_OUTCOME, indicators=True),
            DonorLevel("Output", levels="output", indicators=True),
            DonorLevel("Other", levels="other", indicators=True),
        ],
        columns={"measure": "measure", "baselines": "baseline", "periods": "period"},
    ),
)

PROFILES: Mapping[str, DonorProfile] = MappingProxyType({profile.name: profile for profile in _PRESETS})
"""The profiles that there are, by name."""


def profile_of(name: DonorProfile | str) -> DonorProfile:
    """Give the profile with a name; one that is given comes back.

    Raises:
        InvalidValue: there is none of this name; the message says which there are.

    >>> profile_of("fcdo").title
    'FCDO, formerly DFID: logical framework'

    """
    if isinstance(name, DonorProfile):
        return name
    found = PROFILES.get(name.strip().casefold()) if isinstance(name, str) else None
    if found is None:
        alike = near(name, PROFILES) if isinstance(name, str) else ()
        mend = f"did you mean {' or '.join(map(repr, alike))}?" if alike else f"write one of {', '.join(PROFILES)}"
        raise InvalidValue(name, "is no donor's profile", mend)
    return found
