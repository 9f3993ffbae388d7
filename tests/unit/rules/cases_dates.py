"""Rules on dates and spans: what breaks each one, and what comes near and does not."""

from collections.abc import Sequence

from aidmodel import (
    Actual,
    Alignment,
    DateEdge,
    DateKind,
    DateSpan,
    Extras,
    Indicator,
    Output,
    Period,
    Project,
    ProjectDate,
    Raw,
    Result,
    Severity,
)

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741  as the guides write them


def ends(kind: str, start: str | None, end: str | None) -> list[ProjectDate]:
    """Give the two dates of a kind, in whatever order they are."""
    return [ProjectDate(start, kind=DateKind(kind), edge="start"), ProjectDate(end, kind=DateKind(kind), edge="end")]


def lasting(span: str, *, kind: str = "stated") -> list[ProjectDate]:
    """Give the dates of a span of one kind."""
    return ends(kind, *span.split("/"))


def measured(*periods: Period) -> Output:
    """Give an output whose one indicator has the periods."""
    return Output(title="Centers", indicators=Indicator(title="Centers", periods=periods))


def reported(as_of: str) -> Result:
    """Give a result that is reported for a date."""
    return Result(title="Centers", as_of=as_of)


REVERSED = Extras(
    raw=[
        Raw(at=at, name="@iso-date", xml=day)
        for at, day in (("period-start", "2024-03-31"), ("period-end", "2024-01-01"))
    ]
)

Cases = Sequence[tuple[Project, Severity, Sequence[tuple[str, str, str | None]]]]
TRIGGERS: dict[str, Cases] = {
    "dates.reversed": [
        (
            Project(dates=ends("planned", "2021-10", "2021-09")),
            E,
            [
                (
                    "dates[1]",
                    "the planned end, 2021-09, is before the planned start, 2021-10: mend one of them",
                    "11.1.2",
                )
            ],
        ),
        (
            Project(dates=[*lasting("2020/2030", kind="planned"), *ends("actual", "2022-03-28", "2022-03-27")]),
            E,
            [
                (
                    "dates[3]",
                    "the actual end, 2022-03-27, is before the actual start, 2022-03-28: mend one of them",
                    "11.1.3",
                )
            ],
        ),
        (
            Project(dates=ends("stated", "2022", "2021-Q4")),
            E,
            [
                (
                    "dates[1]",
                    "the stated end, 2021-Q4, is before the stated start, 2022: mend one of them",
                    None,
                )
            ],
        ),
    ],
    "dates.no-start": [
        (Project(dates=dates_), E, [("dates", "no planned or actual start is given: state one", "6.11.1")])
        for dates_ in ([], ends("planned", None, "2026-09")[1:], ends("stated", "2022", "2026"))
    ],
    "dates.actual-in-future": [
        (
            Project(dates=ends("actual", "2024-06-01", "2024-06")),
            E,
            [
                ("dates[0]", "the actual start, 2024-06-01, is after 2024-05-31: what is to come is planned", "11.1.4"),
                ("dates[1]", "the actual end, 2024-06, is after 2024-05-31: what is to come is planned", "11.1.5"),
            ],
        ),
    ],
    "dates.further-actual-in-future": [
        (
            Project(dates=ProjectDate("2024-06-01", kind="actual")),
            E,
            [("dates[0]", "the actual date, 2024-06-01, is after 2024-05-31: what is to come is planned", None)],
        ),
        (
            Project(dates=[*ends("actual", "2024-05-31", "2024-06-02"), *ends("actual", "2024-06-01", None)]),
            E,
            [("dates[2]", "the actual start, 2024-06-01, is after 2024-05-31: what is to come is planned", None)],
        ),
    ],
    "dates.updated-in-future": [
        (
            Project(last_updated=moment),
            E,
            [("last_updated", f"the record was last changed {said}, after 2024-05-31: mend it", "11.1.1")],
        )
        for moment, said in (
            ("2024-06-01T00:00:00", "2024-06-01T00:00:00"),
            ("2024-06-01T00:00:00Z", "2024-06-01T00:00:00+00:00"),
            ("2024-05-31T20:00:00-05:00", "2024-05-31T20:00:00-05:00"),
        )
    ],
    "dates.repeated": [
        (
            Project(dates=[*lasting("2020/2022"), *lasting("2020/2023")]),
            W,
            [
                ("dates[2]", "the stated start stands in dates[0] already: keep one", None),
                ("dates[3]", "the stated end stands in dates[1] already: keep one", None),
            ],
        ),
    ],
    "dates.duration-disagrees": [
        (
            Project(dates=lasting("2022-03-28/2025-04-15"), stated_duration="3.0 years"),
            W,
            [
                (
                    "stated_duration",
                    "3.0 years is not how long 2022-03-28/2025-04-15 is: trust the dates",
                    None,
                )
            ],
        ),
        (
            Project(dates=lasting("2021-09/2026-09"), stated_duration="4 years"),
            W,
            [("stated_duration", "4 years is not how long 2021-09/2026-09 is: trust the dates", None)],
        ),
    ],
    "periods.overlap": [
        (
            Project(chain=measured(Period("2023"), Period("2023-12-31/2024-12-31"), Period("2024-12"))),
            W,
            [
                (
                    "chain[0].indicators[0].periods[1].span",
                    "2023-12-31/2024-12-31 overlaps periods[0]: values may be counted twice",
                    None,
                ),
                (
                    "chain[0].indicators[0].periods[2].span",
                    "2024-12-01/2024-12-31 overlaps periods[1]: values may be counted twice",
                    None,
                ),
            ],
        ),
    ],
    "periods.gap": [
        (
            Project(chain=measured(Period("2024"), Period("2022"))),
            I,
            [
                (
                    "chain[0].indicators[0].periods[0].span",
                    "no period covers the days from 2023-01-01 to 2023-12-31",
                    None,
                )
            ],
        ),
        (
            Project(chain=measured(Period("2022-01-01/2022-06-29"), Period("2022-07-01/2022-12-31"))),
            I,
            [
                (
                    "chain[0].indicators[0].periods[1].span",
                    "no period covers the days from 2022-06-30 to 2022-06-30",
                    None,
                )
            ],
        ),
    ],
    "periods.no-span": [
        (
            Project(chain=measured(Period(targets=1), Period(DateSpan("2023", None)), Period(DateSpan(None, "2023")))),
            E,
            [
                (
                    f"chain[0].indicators[0].periods[{position}].span",
                    "the period has no start or no end: state both",
                    None,
                )
                for position in range(3)
            ],
        ),
    ],
    "periods.reversed": [
        (
            Project(chain=measured(Period(), Period(extras=REVERSED))),
            E,
            [
                (
                    "chain[0].indicators[0].periods[1].span",
                    "the period is from 2024-03-31 to 2024-01-01: exchange the two",
                    "8.6.1",
                )
            ],
        ),
    ],
    "actuals.outside-project": [
        (
            Project(
                dates=lasting("2022-03-28/2025-03-31"),
                chain=measured(
                    Period("2022", actuals=Actual(1, as_of="2022-03-27")),
                    Period("2024", actuals=[Actual(2, as_of="2024-05-31"), Actual(2, as_of="2024-06")]),
                ),
            ),
            W,
            [
                (
                    "chain[0].indicators[0].periods[0].actuals[0].as_of",
                    "the value is dated 2022-03-27, before the project began",
                    None,
                ),
                (
                    "chain[0].indicators[0].periods[1].actuals[1].as_of",
                    "the value is dated 2024-06, after 2024-05-31",
                    None,
                ),
            ],
        ),
        (
            Project(
                chain=measured(
                    Period("2024-06-01/2024-12-31", actuals=1),
                    Period("2024-06/2025", actuals=[2, Actual(stated="few")]),
                )
            ),
            W,
            [
                (
                    f"chain[0].indicators[0].periods[{period}].actuals[{at}]",
                    f"there is a value for {span}, which begins after 2024-05-31",
                    None,
                )
                for period, at, span in (
                    (0, 0, "2024-06-01/2024-12-31"),
                    (1, 0, "2024-06/2025"),
                    (1, 1, "2024-06/2025"),
                )
            ],
        ),
    ],
    "actuals.after-end": [
        (
            Project(
                dates=lasting("2022-03-28/2024-03-31"),
                chain=measured(Period("2024", actuals=[Actual(1, as_of=day) for day in ("2024-04-01", "2024-05")])),
            ),
            I,
            [
                (
                    f"chain[0].indicators[0].periods[0].actuals[{at}].as_of",
                    f"the value is dated {day}, after the end of the project, 2024-03-31",
                    None,
                )
                for at, day in enumerate(("2024-04-01", "2024-05"))
            ],
        ),
    ],
    "results.as-of-after-end": [
        (
            Project(dates=lasting("2012/2016-04-30"), chain=reported("2016-12")),
            I,
            [
                (
                    "chain[0].as_of",
                    "the result is reported for 2016-12, after the end of the project, 2016-04-30",
                    None,
                )
            ],
        ),
    ],
    "results.as-of-after-modified": [
        (
            Project(last_modified="2025-09-19", chain=reported("2025-10")),
            W,
            [
                (
                    "chain[0].as_of",
                    "the result is reported for 2025-10, after the page was last changed, 2025-09-19",
                    None,
                )
            ],
        ),
    ],
    "status.disagrees-with-dates": [
        (
            Project(status="closed", dates=lasting("2020/2024-06-01")),
            W,
            [("status", "the project is closed and ends only 2024-06-01", None)],
        ),
        (
            Project(status="implementation", dates=lasting("2020/2024-05-30")),
            W,
            [("status", "the project is under way and ended 2024-05-30, before 2024-05-31", None)],
        ),
    ],
    "alignments.no-overlap": [
        (
            Project(
                dates=lasting("2017/2018"),
                alignments=[Alignment("IWP", span="2015/2019"), Alignment("Old plan", span="2010/2016")],
            ),
            I,
            [("alignments[1].span", "2010/2016 and the project, 2017/2018, have no day in common", None)],
        ),
    ],
    "periods.may-overlap": [
        (
            Project(chain=measured(Period("2022/2023"), Period("2023/2024"))),
            I,
            [
                (
                    "chain[0].indicators[0].periods[1].span",
                    "2023/2024 possibly overlaps periods[0]: state the days",
                    None,
                )
            ],
        ),
        (
            Project(chain=measured(Period("2023-08/2024-08"), Period("2021-09/2023-08"))),
            I,
            [
                (
                    "chain[0].indicators[0].periods[0].span",
                    "2023-08/2024-08 possibly overlaps periods[1]: state the days",
                    None,
                )
            ],
        ),
    ],
}

QUIET: dict[str, list[Project]] = {
    "dates.reversed": [
        Project(
            dates=[
                ProjectDate(
                    kind="planned", edge="start", extras=Extras(raw=[Raw(at="", name="@iso-date", xml="soon")])
                ),
                *lasting("2022-10-01/2022-09-01", kind="planned"),
            ]
        ),
        Project(dates=ends("planned", "2021-09-01", "2021-09-01")),
        Project(dates=ends("planned", "2022", "2022-03-28")),
        Project(dates=ends("planned", "2022-03-28", None)),
        Project(
            dates=[
                ProjectDate("2023", kind=DateKind.PLANNED, edge=DateEdge.START),
                ProjectDate("2022", kind=DateKind.ACTUAL, edge=DateEdge.END),
            ]
        ),
        Project(dates=[ProjectDate("2023"), ProjectDate("2022", edge="end"), ProjectDate("2021")]),
    ],
    "dates.no-start": [
        Project(dates=ends(kind, start, None)) for kind in ("planned", "actual") for start in ("2022", None)
    ],
    "dates.actual-in-future": [
        Project(dates=ends("actual", "2024-05-31", "2024-05")),
        Project(dates=ends("actual", "2024", "2024-Q2")),
        Project(dates=ends("planned", "2024-06-01", "2030")),
        Project(dates=ends("stated", "2024-06-01", "2030")),
        Project(dates=ends("actual", None, None)),
    ],
    "dates.further-actual-in-future": [
        Project(dates=ends("actual", "2024-06-01", "2024-06")),
        Project(dates=[*ends("actual", "2024-05-30", None), *ends("actual", "2024-05-31", "2024-05")]),
        Project(dates=[*ends("planned", "2024-06-01", "2030"), ProjectDate("2030")]),
    ],
    "dates.updated-in-future": [
        Project(),
        Project(last_updated="2024-05-31T23:59:59"),
        Project(last_updated="2024-06-01T01:00:00+02:00"),
        Project(last_updated="0001-01-01T00:00:00+02:00"),
    ],
    "dates.repeated": [
        Project(dates=[*lasting("2020/2022"), *lasting("2020/2022", kind="planned")]),
        Project(dates=[ProjectDate("2020"), ProjectDate("2021")]),
    ],
    "dates.duration-disagrees": [
        Project(dates=lasting("2022-03-28/2025-03-31"), stated_duration="3.0 years"),
        Project(dates=lasting("2022-03-28/2025-04-14"), stated_duration="3.0 years"),
        Project(dates=lasting("2022-03-28/2025-03-27"), stated_duration="3.0 years"),
        Project(dates=lasting("2022/2025"), stated_duration="3.0 years"),
        Project(dates=ends("stated", "2022-03-28", None), stated_duration="3.0 years"),
        Project(stated_duration="3.0 years"),
        Project(dates=lasting("2022-03-28/2025-04-15")),
    ],
    "periods.overlap": [
        Project(chain=measured(Period("2023"), Period("2024"))),
        Project(chain=measured(Period("2022/2023"), Period("2023/2024"))),
        Project(chain=measured(Period("2023"), Period(targets=1))),
        Project(chain=[measured(Period("2023")), measured(Period("2023"))]),
    ],
    "periods.gap": [
        Project(chain=measured(Period("2023"), Period("2024"))),
        Project(chain=measured(Period("2020/2021"), Period("2024"))),
        Project(chain=measured(Period("2020-01-01/2023-12-31"), Period("2021"), Period("2024"))),
        Project(chain=measured(Period("2020"), Period(DateSpan("2024-01-01", None)))),
        Project(chain=measured(Period("2020"), Period("2020/2023"), Period("2024"))),
    ],
    "periods.no-span": [
        Project(chain=measured(Period(extras=REVERSED))),
        Project(chain=measured(Period("2023"), Period("2021-09/2023-08"))),
    ],
    "periods.reversed": [Project(chain=measured(Period("2023"), Period(), Period("2024", extras=REVERSED)))],
    "actuals.outside-project": [
        Project(
            dates=lasting("2022-03-28/2024-03-31"),
            chain=measured(
                Period("2022", actuals=[Actual(1, as_of=day) for day in ("2022-03-28", "2022-03", "2022")]),
                Period("2024", actuals=[Actual(1, as_of=day) for day in ("2024-04-01", "2024-05-31", "2024")]),
                Period("2025", actuals=Actual(status="not yet due")),
                Period("2024-05-31/2024-12-31", actuals=1),
                Period("2024/2025", actuals=1),
                Period(DateSpan(None, "2030"), actuals=1),
                Period(actuals=1),
            ),
        ),
        Project(chain=measured(Period("2020", actuals=Actual(1, as_of="2020-01-01")))),
    ],
    "actuals.after-end": [
        Project(
            dates=lasting("2022-03-28/2024-03-31"),
            chain=measured(Period("2024", actuals=[Actual(1, as_of=day) for day in ("2024-03-31", "2024-03", "2024")])),
        ),
        Project(chain=measured(Period("2024", actuals=Actual(1, as_of="2024-04-01")))),
    ],
    "results.as-of-after-end": [
        Project(dates=lasting("2012/2016-04-30"), chain=reported(day)) for day in ("2016-04", "2016-04-30", "2016")
    ]
    + [Project(chain=reported("2016-12"))],
    "results.as-of-after-modified": [
        Project(last_modified="2025-09-19", chain=reported(day)) for day in ("2025-09", "2025-09-19", "2024-05")
    ]
    + [Project(chain=reported("2025-10"))],
    "status.disagrees-with-dates": [
        Project(status="closed", dates=lasting("2020/2024-05-31")),
        Project(status="closed", dates=lasting("2020/2024")),
        Project(status="implementation", dates=lasting("2020/2024-05-31")),
        Project(status="implementation", dates=lasting("2020/2024-05")),
        Project(status="implementation", dates=lasting("2020/2024")),
        Project(status="finalisation", dates=lasting("2020/2023-03-31")),
        Project(status="closed", dates=ends("stated", "2020", None)),
        Project(dates=lasting("2020/2030")),
    ],
    "alignments.no-overlap": [
        Project(dates=lasting("2017/2018"), alignments=Alignment("Plan", span="2014/2018")),
        Project(dates=lasting("2017/2018"), alignments=Alignment("Plan", span="2018-12-31/2020-01-01")),
        Project(dates=lasting("2017/2018"), alignments=Alignment("Plan")),
        Project(alignments=Alignment("Plan", span="2010/2012")),
    ],
    "periods.may-overlap": [
        Project(chain=measured(Period("2023"), Period("2024"))),
        Project(chain=measured(Period("2023"), Period("2023"))),
        Project(chain=measured(Period("2021-09/2023-08"), Period("2023-09/2024-08"))),
        Project(chain=measured(Period("2022/2023"), Period(targets=1))),
        Project(chain=[measured(Period("2022/2023")), measured(Period("2023/2024"))]),
    ],
}
