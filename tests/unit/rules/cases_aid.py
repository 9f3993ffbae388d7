"""Rules on kinds of aid: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import Code, Extras, Project, Raw, Severity, Transaction

W = Severity.WARNING
OTHER = Code("GBE", "2")
CASH = Code("1", "4")


def raw(tag: str, *pieces: str) -> Extras:
    """Give kinds of aid of which a reader makes no code."""
    return Extras(raw=[Raw(at="", name=tag, xml=f"<{tag}{piece}/>", index=at) for at, piece in enumerate(pieces)])


Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "aid.no-dac-type": [
        (
            Project(default_aid_types=OTHER),
            W,
            [
                (
                    "default_aid_types",
                    "none is of the OECD DAC's list (vocabulary 1): state it beside the others",
                    "107.1.1",
                )
            ],
        ),
    ],
    "aid.type-repeated": [
        (
            project,
            W,
            [("default_aid_types", f"there are 2 default kinds of aid {vocabulary}: keep one", "107.1.2")],
        )
        for vocabulary, project in (
            ("of the default vocabulary", Project(default_aid_types=["B01", Code("C01", "1")])),
            ("of vocabulary 2", Project(default_aid_types=[OTHER, "B01", OTHER])),
            (
                "of the default vocabulary",
                Project(default_aid_types="B01", extras=raw("default-aid-type", ' code="C01" vocabulary=""')),
            ),
        )
    ],
    "aid.no-dac-type-for-transactions": [
        (
            Project(transactions=[Transaction(), Transaction(aid_types=OTHER), Transaction(aid_types=CASH)]),
            W,
            [
                (
                    "transactions[1].aid_types",
                    "no transaction has a kind of aid of the OECD DAC's list (vocabulary 1): state it beside the others",
                    "107.2.1",
                )
            ],
        ),
    ],
    "aid.type-repeated-for-transaction": [
        (
            Project(
                transactions=[
                    Transaction(aid_types=["B01", OTHER]),
                    Transaction(aid_types=["B01", "C01"]),
                    Transaction(aid_types=OTHER, extras=raw("aid-type", ' vocabulary="2"')),
                ]
            ),
            W,
            [
                (
                    "transactions[1].aid_types",
                    "there are 2 kinds of aid of the default vocabulary: keep one",
                    "107.2.2",
                ),
                ("transactions[2].aid_types", "there are 2 kinds of aid of vocabulary 2: keep one", "107.2.2"),
            ],
        ),
    ],
}

FINE = [Project(), Project(default_aid_types=["B01", OTHER, CASH], transactions=Transaction(aid_types=["B01", OTHER]))]

QUIET: dict[str, list[Project]] = {
    "aid.no-dac-type": [
        *FINE,
        Project(default_aid_types=OTHER, extras=raw("default-aid-type", "")),
        Project(default_aid_types=[OTHER, Code("B01", "1")]),
    ],
    "aid.type-repeated": FINE,
    "aid.no-dac-type-for-transactions": [
        *FINE,
        Project(transactions=[Transaction(aid_types=OTHER), Transaction(aid_types="B01")]),
        Project(transactions=Transaction(aid_types=OTHER, extras=raw("aid-type", ' vocabulary=""'))),
    ],
    "aid.type-repeated-for-transaction": [
        *FINE,
        Project(transactions=[Transaction(aid_types="B01"), Transaction(aid_types="B01")]),
    ],
}
