"""The words of Global Affairs Canada's pages, and the codes of IATI and of the DAC that they stand for."""

from functools import cache

from aidmodel import codelists
from aidmodel.io.pages.lines import folded

STATUS = {"operational": "2", "terminating": "3", "closed": "4", "planning": "1", "tentative": "1"}
"""ActivityStatus, as the donor's own IATI files have it."""

_LEGACY = {
    "FinanceType": {
        "aid grant excluding debt reorganisation": "110",  # "Standard grant" since 2017
        "aid grant excluding debt reorganization": "110",
        "aid loan excluding debt reorganisation": "410",  # withdrawn; now 421, "Standard loan"
        "aid loan excluding debt reorganization": "410",
    },
    "Sector": {
        "emergency food aid": "72040",  # "Emergency food assistance" today
        "material relief assistance and services": "72010",
        "facilitation of orderly, safe, regular and responsible migration and mobility": "15190",
        "bio-diversity": "41030",
        "business support services and institutions": "25010",
        "food aid/food security programmes": "52010",
        "relief co-ordination; protection and support services": "72050",
        "sexually transmitted disease control including hiv/aids": "13040",
        "social/welfare services": "16010",
        "strengthening civil society": "15150",
    },
    "AidType": {
        "core support to ngos, other private bodies, ppps and research institutes": "B01",
        "project-type intervention": "C01",
    },
    "CollaborationType": {},
}
"""Names that pages still print, and the list no longer has."""

MARKERS = {
    "gender": "1",
    "gender equality": "1",
    "environmental sustainability": "2",
    "environment": "2",
    "participatory development and good governance": "3",
    "participatory development/good governance": "3",
    "good governance": "3",
    "trade": "4",
    "trade development": "4",
    "biodiversity": "5",
    "climate change mitigation": "6",
    "climate change - mitigation": "6",
    "climate change adaptation": "7",
    "climate change - adaptation": "7",
    "desertification": "8",
    "reproductive, maternal, newborn and child health": "9",
    "rmnch": "9",
    "disaster risk reduction": "10",
    "disability": "11",
    "nutrition": "12",
}
"""PolicyMarker, vocabulary 1."""

OWN_MARKERS = (
    *("urban issues", "children's issues", "youth issues", "indigenous issues"),
    *("ict as a tool for development", "information and communication technologies (ict) as a tool for development"),
)
"""Markers of the donor's own, vocabulary 99; they have no codes."""


@cache
def _by_name(codelist: str) -> dict[str, str | None]:
    """Give the code for each folded name, without its commas; None for a name that the list has twice."""
    codes: dict[str, str | None] = {}
    for entry in codelists.get(codelist).values():
        for name in {_bare(name) for _, name in entry.names.entries}:
            codes[name] = entry.code if codes.get(name, entry.code) == entry.code else None
    return {**codes, **{_bare(name): code for name, code in _LEGACY[codelist].items()}}


def _bare(name: str) -> str:
    """Give a name as it is compared: mirrors of the pages drop commas."""
    return folded(name).replace(",", "")


def code_of(codelist: str, words: str) -> str | None:
    """Give the code that words stand for in a list, by its names of today or of before; None: none, or several.

    >>> code_of("FinanceType", "Aid grant excluding debt reorganisation"), code_of("CollaborationType", "Multilateral")
    ('110', None)
    """
    return _by_name(codelist).get(_bare(words))


def marker_code(name: str) -> str | None:
    """Give the code of a policy marker of the DAC; None: it is none of them.

    >>> marker_code("Reproductive maternal newborn and child health"), marker_code("Urban issues")
    ('9', None)
    """
    return {_bare(each): code for each, code in MARKERS.items()}.get(_bare(name))
