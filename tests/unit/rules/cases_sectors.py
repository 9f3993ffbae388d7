"""Rules on sectors: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Extras, Project, Raw, Sector, Severity, Transaction

E, W = Severity.ERROR, Severity.WARNING


def of(*shares: str | int | None, vocabulary: str | None = None) -> list[Sector]:
    """Give sectors of one vocabulary with these percentages."""
    return [Sector(f"1{at}", percentage=share, vocabulary=vocabulary) for at, share in enumerate(shares)]


def raw(name: str, text: str, **stated: str) -> Sector:
    """Give a sector with an attribute that a reader keeps raw."""
    return Sector("15190", extras=Extras(raw=[Raw(at="", name=name, xml=text)]), **stated)


def alone(vocabulary: str) -> str:
    """Give what is said of the only sector of a vocabulary."""
    return f"it is the only sector {vocabulary}: leave the percentage out, write 100, or state the others"


STATE_ONE = "state one for the project, or for each transaction"
DEFAULT = "of the default vocabulary"

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "sectors.none": [
        (
            project,
            E,
            [("sectors", "no sector is given: state what the money is for, here or for each transaction", "6.2.2")],
        )
        for project in (Project(), Project(transactions=[Transaction(), Transaction()]))
    ],
    "sectors.twice": [
        (
            Project(sectors="15190", transactions=[Transaction(), Transaction(sectors="15190")]),
            E,
            [("sectors", "sectors are given here and for transactions: keep those of one of the two", "6.6.2")],
        ),
    ],
    "sectors.not-on-all-transactions": [
        (
            Project(transactions=[Transaction(sectors="15190"), Transaction(), Transaction()]),
            E,
            [
                (
                    "transactions[1].sectors",
                    f"the project has no sector, nor do 2 of its 3 transactions: {STATE_ONE}",
                    "6.7.2",
                )
            ],
        ),
    ],
    "sectors.no-percentage": [
        (
            Project(sectors=of(None, 40, None)),
            E,
            [("sectors", f"2 of the 3 sectors {DEFAULT} have no percentage: state the share of each", "2.1.1")],
        ),
        (
            Project(
                sectors=[*of(100, vocabulary="1"), *of(None, 40, vocabulary="2"), *of(None, None, vocabulary="99")]
            ),
            E,
            [
                ("sectors", "1 of the 2 sectors of vocabulary 2 have no percentage: state the share of each", "2.1.1"),
                ("sectors", "2 of the 2 sectors of vocabulary 99 have no percentage: state the share of each", "2.1.1"),
            ],
        ),
    ],
    "sectors.do-not-add-up": [
        (
            Project(sectors=[*of(60, vocabulary="1"), *of(said, vocabulary=None)]),
            E,
            [("sectors", f"the percentages of the sectors {DEFAULT} add up to {total}, not 100: mend them", "2.1.2")],
        )
        for said, total in (("39.9999", "99.9999"), ("40.00005", "100.00005"), (60, "120"))
    ]
    + [
        (
            Project(sectors=[*of(60), raw("@percentage", "40%")]),
            E,
            [("sectors", f"the percentages of the sectors {DEFAULT} add up to 60, not 100: mend them", "2.1.2")],
        ),
    ],
    "sectors.of-vocabulary-do-not-add-up": [
        (
            Project(sectors=of(60, 39, vocabulary="2")),
            W,
            [("sectors", "the percentages of the sectors of vocabulary 2 add up to 99, not 100: mend them", None)],
        ),
    ],
    "sectors.lone-percentage": [
        (Project(sectors=of(60)), E, [("sectors[0].percentage", alone(DEFAULT), "2.1.4")]),
        (
            Project(sectors=[*of(60, vocabulary="2"), *of(40, vocabulary="7")]),
            E,
            [
                ("sectors[0].percentage", alone("of vocabulary 2"), "2.1.4"),
                ("sectors[1].percentage", alone("of vocabulary 7"), "2.1.4"),
            ],
        ),
        (
            Project(sectors=[*of(60), raw("@vocabulary", "", percentage="40")]),
            E,
            [("sectors[1].percentage", alone(DEFAULT), "2.1.4")],
        ),
        (
            Project(sectors=raw("@percentage", "all")),
            E,
            [("sectors[0].percentage", alone(DEFAULT), "2.1.4")],
        ),
    ],
    "sectors.percentage-out-of-range": [
        (
            Project(sectors=of("-0.01", 0, 100, "100.01")),
            E,
            [
                ("sectors[0].percentage", "-0.01 is no share in percent: mend it", "12.3.1"),
                ("sectors[3].percentage", "100.01 is no share in percent: mend it", "12.3.1"),
            ],
        ),
    ],
    "sectors.own-list-unnamed": [
        (
            Project(sectors=[Sector("A", vocabulary="98", name="Wells"), *of(None, vocabulary=vocabulary)]),
            E,
            [("sectors[1].name", "a code of one's own list says nothing by itself: state its name", "2.2.1")],
        )
        for vocabulary in ("98", "99")
    ],
    "sectors.one-unnamed": [
        (
            Project(
                sectors=[Sector("A", vocabulary="98", name={"en": "Wells", "fr": "Puits"}), *of(1, vocabulary="98")]
            ),
            W,
            [("sectors[1].name", "a code of one's own list says nothing by itself: state its name", None)],
        ),
        (
            Project(sectors=Sector("A", vocabulary="99", name="")),
            W,
            [("sectors[0].name", "a code of one's own list says nothing by itself: state its name", None)],
        ),
    ],
    "sectors.no-dac": [
        (
            Project(sectors=of(None, vocabulary="2")),
            W,
            [("sectors", "no sector is of the OECD DAC's list (vocabulary 1): state those beside your own", "102.1.1")],
        ),
        (
            Project(sectors=raw("@vocabulary", " 1 ", vocabulary="1")),
            W,
            [("sectors", "no sector is of the OECD DAC's list (vocabulary 1): state those beside your own", "102.1.1")],
        ),
    ],
}

FINE = [
    Project(),
    Project(sectors=of(100)),
    Project(sectors=of(None)),
    Project(sectors=of(60, 40)),
    Project(sectors=of("33.33333", "33.33333", "33.33333")),
    Project(sectors=[*of(60, 40), *of("99.99996", "0", vocabulary="2"), *of("100.00", vocabulary="7")]),
    Project(sectors=[*of(60, vocabulary="1"), *of(40, vocabulary=None)]),
]

QUIET: dict[str, list[Project]] = {
    "sectors.none": [Project(sectors="15190"), Project(transactions=[Transaction(), Transaction(sectors="15190")])],
    "sectors.twice": [
        *FINE,
        Project(transactions=Transaction(sectors="15190")),
        Project(sectors="15190", transactions=Transaction()),
    ],
    "sectors.not-on-all-transactions": [
        *FINE,
        Project(transactions=[Transaction(sectors="15190"), Transaction(sectors="15190")]),
        Project(sectors="15190", transactions=Transaction()),
    ],
    "sectors.no-percentage": [*FINE, Project(sectors=[*of(100), raw("@percentage", "x", vocabulary="2")])],
    "sectors.do-not-add-up": [*FINE, Project(sectors=of(60, None)), Project(sectors=of(60, 60, vocabulary="2"))],
    "sectors.of-vocabulary-do-not-add-up": [
        *FINE,
        Project(sectors=of(60, 60)),
        Project(sectors=of(60, vocabulary="2")),
        Project(sectors=of(None, None, vocabulary="2")),  # that each lacks one is told already
    ],
    "sectors.lone-percentage": [*FINE, Project(sectors=of(60, 60))],
    "sectors.percentage-out-of-range": FINE,
    "sectors.own-list-unnamed": [
        *FINE,
        Project(sectors=Sector("A", vocabulary="99", name="Wells")),
        Project(sectors=Sector("A", vocabulary="98", name="")),
        Project(sectors=[Sector("A", vocabulary="98", name={"en": "Wells", "fr": "Puits"}), *of(1, vocabulary="98")]),
    ],
    "sectors.one-unnamed": [*FINE, Project(sectors=of(1, vocabulary="98"))],
    "sectors.no-dac": [
        *FINE,
        Project(sectors=[*of(1, vocabulary="2"), *of(1, vocabulary="1")]),
        Project(sectors=[*of(1, vocabulary="2"), raw("@vocabulary", "")]),
    ],
}
