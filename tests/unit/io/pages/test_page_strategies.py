"""Strategies in sentences: which are served, by what name, for which years."""

import pytest

from aidmodel.io.pages.strategies import strategies_in


def found(text: str, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    """Give name, short form and years of each."""
    return [
        (each.name, each.short, str(each.span.span) if each.span else None) for each in strategies_in(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is in line with the Harbour Plan (HP) of the port (2015-2019), and aligns with the Ferry Policy (2014-2018).",
            [("Harbour Plan (HP)", "HP", "2015/2019"), ("Ferry Policy", None, "2014/2018")],
        ),
        (
            "It supports the implementation of Ghana’s National Boat Strategy 2016-2020 and the 2030 Agenda.",
            [("National Boat Strategy", None, "2016/2020"), ("2030 Agenda", None, None)],
        ),
        ("It is consistent with the 2020-2022 Action Plan.", [("Action Plan", None, "2020/2022")]),
        ("It aligns with SDG target 10.7.", [("SDG target 10.7", None, None)]),
        ("It aligns with the Boat Policy and Strategy.", [("Boat Policy and Strategy", None, None)]),
        (
            "It aligns with the Compact for Safe, Orderly and Regular Crossings, and the Tide Plan.",
            [("Compact for Safe, Orderly and Regular Crossings", None, None), ("Tide Plan", None, None)],
        ),
        ("It aligns with SDG target 10.c.", [("SDG target 10.c", None, None)]),
        (
            "It contributes to Pillar 6 of the Agenda for Tides (2013-2018), to the 15th Plan, and to SDGs 3 and 8.",
            [("Agenda for Tides", None, "2013/2018"), ("15th Plan", None, None), ("SDGs 3 and 8", None, None)],
        ),
        ("It will contribute to a new Boat Policy.", []),  # which it makes, and does not serve
        ("It aligns with the Tide Policy (2019).", [("Tide Policy", None, None)]),  # perhaps the year it was passed
    ],
)
def test_names_and_years(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """The owner in front of a name is no part of it; the years are those beside it; one year alone is no span."""
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The project will help to draft a National Boat Policy (2015-2019).",
        "The Ministry of Boats adopted the Harbour Plan.",
        "It is in line with the wishes of the port.",
    ],
)
def test_nothing_is_served_unless_the_sentence_says_so(text: str) -> None:
    """A strategy that is named, or made, is not served by that."""
    assert [] == found(text)


def test_french() -> None:
    """Names go on in small letters, up to the years."""
    text = "Le projet s’inscrit dans le Plan national des ports (2016-2020) et la Stratégie des bacs (SB) (2014-2018)."

    assert [("Plan national des ports", None, "2016/2020"), ("Stratégie des bacs (SB)", "SB", "2014/2018")] == found(
        text, "fr"
    )
