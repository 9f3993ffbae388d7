"""What a card says of a project's reports to the OECD: loans, marks, forward spending."""

from collections.abc import Iterator

from aidmodel.model.oecd import CrsAdd, ForwardSpending, LoanStatus, LoanTerms
from aidmodel.model.project import Project
from aidmodel.show._card import Fact, Facts, Table, facts, table
from aidmodel.show._words import (
    NOT_STATED,
    Line,
    Marks,
    amount_line,
    code,
    flag,
    joined,
    labelled,
    plain,
    share,
    word,
)


def oecd_blocks(project: Project, marks: Marks) -> tuple[Facts | Table, ...]:
    """Give what was reported; nothing where nothing was."""
    crs_add, survey = project.crs_add, project.fss
    return (
        *facts(
            *(_credit(crs_add, marks) if crs_add else ()),
            *(_survey(survey, marks) if survey else ()),
        ),
        *(_forecasts(survey, marks) if survey else ()),
    )


def _credit(crs_add: CrsAdd, marks: Marks) -> Iterator[Fact]:
    flags = (
        joined((plain(each.code) or (NOT_STATED,), plain(flag(each.significance)))) for each in crs_add.other_flags
    )
    yield (
        "Flags",
        tuple(marks.marked(line, f"crs_add.other_flags[{at}]") for at, line in enumerate(flags)),
    )
    yield "Channel", (marks.marked(plain(crs_add.channel_code), "crs_add.channel_code"),)
    if crs_add.loan_terms:
        yield "Loan terms", (marks.marked(_terms(crs_add.loan_terms), "crs_add.loan_terms"),)
    if crs_add.loan_status:
        yield "Loan status", (marks.marked(_status(crs_add.loan_status), "crs_add.loan_status"),)


def _terms(terms: LoanTerms) -> Line:
    return joined(
        (
            labelled("interest", plain(share(terms.rate_1), share(terms.rate_2))),
            labelled("repayment type", plain(code(terms.repayment_type))),
            labelled("repayment plan", plain(code(terms.repayment_plan))),
            labelled("agreed", plain(word(terms.commitment_date))),
            labelled("first repayment", plain(word(terms.repayment_first_date))),
            labelled("last repayment", plain(word(terms.repayment_final_date))),
        )
    )


def _status(status: LoanStatus) -> Line:
    return joined(
        (
            plain(word(status.year)),
            labelled("interest received", amount_line(status.interest_received)),
            labelled("principal outstanding", amount_line(status.principal_outstanding)),
            labelled("principal in arrears", amount_line(status.principal_arrears)),
            labelled("interest in arrears", amount_line(status.interest_arrears)),
        )
    )


def _survey(survey: ForwardSpending, marks: Marks) -> Iterator[Fact]:
    yield "Figures taken on", (marks.marked(plain(word(survey.extraction_date)), "fss.extraction_date"),)
    yield "Priority partner", (marks.marked(plain(flag(survey.priority)), "fss.priority"),)
    yield "Phase-out year", (marks.marked(plain(word(survey.phaseout_year)), "fss.phaseout_year"),)


def _forecasts(survey: ForwardSpending, marks: Marks) -> tuple[Table, ...]:
    rows = [
        (plain(word(each.year)), marks.marked(amount_line(each.value), f"fss.forecasts[{at}]"))
        for at, each in enumerate(survey.forecasts)
    ]
    return table("Forward spending", ("Year", "Amount"), rows, numbers=("Amount",))
