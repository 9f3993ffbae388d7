"""The shared domain core for aid projects and results chains.

Every name is loaded when it is first used; ``import aidmodel`` itself loads nothing.

>>> import aidmodel
>>> aidmodel.Money("4000000.00", "CAD").split(3)[0]
Money('1333333.34', 'CAD')
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as in typing, which would have to be loaded; type checkers know the name
if TYPE_CHECKING:
    from aidmodel import codelists as codelists, rates as rates, testing as testing
    from aidmodel.analysis import budgets as budgets
    from aidmodel.analysis.aggregates import (
        Aggregate as Aggregate,
        AggregateMember as AggregateMember,
    )
    from aidmodel.analysis.aggregation import (
        aggregate as aggregate,
    )
    from aidmodel.analysis.diff import (
        Change as Change,
        ChangeKind as ChangeKind,
        diff as diff,
    )
    from aidmodel.analysis.dimension_forms import (
        normalise_disaggregation as normalise_disaggregation,
    )
    from aidmodel.analysis.disaggregation import (
        Disaggregated as Disaggregated,
        disaggregate as disaggregate,
    )
    from aidmodel.analysis.expected import (
        Profile as Profile,
    )
    from aidmodel.analysis.figures import (
        Reason as Reason,
    )
    from aidmodel.analysis.progress import (
        Progress as Progress,
        progress as progress,
    )
    from aidmodel.analysis.project_progress import (
        LevelProgress as LevelProgress,
        ProjectProgress as ProjectProgress,
        ResultProgress as ResultProgress,
        project_progress as project_progress,
    )
    from aidmodel.checking import (
        check_iati as check_iati,
        iter_check_iati as iter_check_iati,
    )
    from aidmodel.errors import (
        AidModelError as AidModelError,
        AmbiguousDate as AmbiguousDate,
        CheckFailed as CheckFailed,
        CurrencyMismatch as CurrencyMismatch,
        InvalidValue as InvalidValue,
        MissingExtra as MissingExtra,
        NotFound as NotFound,
        RateNotFound as RateNotFound,
        UnitMismatch as UnitMismatch,
        UnknownCode as UnknownCode,
        Unreadable as Unreadable,
    )
    from aidmodel.io.iati.reader import (
        IatiProjects as IatiProjects,
        iter_iati as iter_iati,
        read_iati as read_iati,
    )
    from aidmodel.io.iati.writer import (
        Written as Written,
        write_iati as write_iati,
    )
    from aidmodel.io.json import (
        from_dict as from_dict,
        from_json as from_json,
        json_schema as json_schema,
        read_json as read_json,
        to_dict as to_dict,
        to_json as to_json,
        write_json as write_json,
    )
    from aidmodel.io.pages.reader import (
        read_page as read_page,
    )
    from aidmodel.issues import (
        Header as Header,
        Issue as Issue,
        Loaded as Loaded,
        Report as Report,
        ReportChange as ReportChange,
        Severity as Severity,
    )
    from aidmodel.model.budget import (
        Amount as Amount,
        AmountKind as AmountKind,
        Budget as Budget,
        BudgetItem as BudgetItem,
        BudgetNotProvided as BudgetNotProvided,
        BudgetStatus as BudgetStatus,
        BudgetType as BudgetType,
        CountryBudgetItems as CountryBudgetItems,
        PlannedDisbursement as PlannedDisbursement,
    )
    from aidmodel.model.chain import (
        ResultsChain as ResultsChain,
    )
    from aidmodel.model.classification import (
        HumanitarianScope as HumanitarianScope,
        PolicyMarker as PolicyMarker,
        PolicySignificance as PolicySignificance,
        Reference as Reference,
        Sector as Sector,
        Tag as Tag,
    )
    from aidmodel.model.document import (
        Document as Document,
    )
    from aidmodel.model.extras import (
        Extras as Extras,
        Raw as Raw,
        Record as Record,
    )
    from aidmodel.model.frequency import (
        Frequency as Frequency,
    )
    from aidmodel.model.indicator import (
        Accumulation as Accumulation,
        Direction as Direction,
        Disaggregation as Disaggregation,
        Indicator as Indicator,
        MeasureType as MeasureType,
        Period as Period,
    )
    from aidmodel.model.link import (
        Assumption as Assumption,
        AssumptionKind as AssumptionKind,
        AssumptionStatus as AssumptionStatus,
        Link as Link,
        Risk as Risk,
    )
    from aidmodel.model.measurement import (
        Actual as Actual,
        Baseline as Baseline,
        Dimension as Dimension,
        Target as Target,
        TargetRevision as TargetRevision,
        ValueStatus as ValueStatus,
    )
    from aidmodel.model.oecd import (
        CrsAdd as CrsAdd,
        CrsFlag as CrsFlag,
        Forecast as Forecast,
        ForwardSpending as ForwardSpending,
        LoanStatus as LoanStatus,
        LoanTerms as LoanTerms,
    )
    from aidmodel.model.organisation import (
        Contact as Contact,
        Funder as Funder,
        Organisation as Organisation,
        OrganisationRole as OrganisationRole,
        Participant as Participant,
        Party as Party,
        ReportingOrganisation as ReportingOrganisation,
    )
    from aidmodel.model.place import (
        AdministrativeArea as AdministrativeArea,
        Country as Country,
        Location as Location,
        Point as Point,
        Region as Region,
    )
    from aidmodel.model.project import (
        Project as Project,
        ProjectScope as ProjectScope,
        ProjectStatus as ProjectStatus,
    )
    from aidmodel.model.result import (
        Activity as Activity,
        Figure as Figure,
        FigureRole as FigureRole,
        Impact as Impact,
        Input as Input,
        Node as Node,
        OtherResult as OtherResult,
        Outcome as Outcome,
        OutcomeDepth as OutcomeDepth,
        Output as Output,
        Result as Result,
        ResultLevel as ResultLevel,
        ResultStatus as ResultStatus,
        Valence as Valence,
    )
    from aidmodel.model.statement import (
        Alignment as Alignment,
        Basis as Basis,
        Condition as Condition,
        ContextFact as ContextFact,
        DateEdge as DateEdge,
        DateKind as DateKind,
        Description as Description,
        DescriptionType as DescriptionType,
        LegacyDatum as LegacyDatum,
        OtherIdentifier as OtherIdentifier,
        ProjectDate as ProjectDate,
        Provenance as Provenance,
        RelatedProject as RelatedProject,
        RelationType as RelationType,
    )
    from aidmodel.model.transaction import (
        Transaction as Transaction,
        TransactionType as TransactionType,
    )
    from aidmodel.rules.check import (
        check as check,
        iter_issues as iter_issues,
    )
    from aidmodel.rules.profile_levels import (
        DonorLevel as DonorLevel,
    )
    from aidmodel.rules.profiles import (
        DonorProfile as DonorProfile,
        profile_of as profile_of,
    )
    from aidmodel.show.text import (
        show as show,
    )
    from aidmodel.values.allen import (
        Allen as Allen,
    )
    from aidmodel.values.code import (
        Code as Code,
    )
    from aidmodel.values.currency import (
        CURRENCIES as CURRENCIES,
        Currency as Currency,
    )
    from aidmodel.values.date_text import parse_date as parse_date
    from aidmodel.values.duration import (
        Duration as Duration,
    )
    from aidmodel.values.fiscal import (
        FiscalCalendar as FiscalCalendar,
    )
    from aidmodel.values.money import (
        Money as Money,
    )
    from aidmodel.values.partial_date import (
        PartialDate as PartialDate,
        is_before as is_before,
    )
    from aidmodel.values.quantity import (
        Qualifier as Qualifier,
        Quantity as Quantity,
    )
    from aidmodel.values.span import (
        DateSpan as DateSpan,
    )
    from aidmodel.values.text import (
        Text as Text,
    )
    from aidmodel.values.units import (
        Unit as Unit,
        UnitKind as UnitKind,
        unit_for as unit_for,
    )

_HOMES = {
    "Accumulation": "model.indicator",
    "Activity": "model.result",
    "Actual": "model.measurement",
    "AdministrativeArea": "model.place",
    "Aggregate": "analysis.aggregates",
    "AggregateMember": "analysis.aggregates",
    "AidModelError": "errors",
    "Alignment": "model.statement",
    "Allen": "values.allen",
    "AmbiguousDate": "errors",
    "Amount": "model.budget",
    "AmountKind": "model.budget",
    "Assumption": "model.link",
    "AssumptionKind": "model.link",
    "AssumptionStatus": "model.link",
    "Baseline": "model.measurement",
    "Basis": "model.statement",
    "Budget": "model.budget",
    "BudgetItem": "model.budget",
    "BudgetNotProvided": "model.budget",
    "BudgetStatus": "model.budget",
    "BudgetType": "model.budget",
    "CURRENCIES": "values.currency",
    "Change": "analysis.diff",
    "ChangeKind": "analysis.diff",
    "CheckFailed": "errors",
    "Code": "values.code",
    "Condition": "model.statement",
    "Contact": "model.organisation",
    "ContextFact": "model.statement",
    "Country": "model.place",
    "CountryBudgetItems": "model.budget",
    "CrsAdd": "model.oecd",
    "CrsFlag": "model.oecd",
    "Currency": "values.currency",
    "CurrencyMismatch": "errors",
    "DateEdge": "model.statement",
    "DateKind": "model.statement",
    "DateSpan": "values.span",
    "Description": "model.statement",
    "DescriptionType": "model.statement",
    "Dimension": "model.measurement",
    "Direction": "model.indicator",
    "Disaggregated": "analysis.disaggregation",
    "Disaggregation": "model.indicator",
    "Document": "model.document",
    "DonorLevel": "rules.profile_levels",
    "DonorProfile": "rules.profiles",
    "Duration": "values.duration",
    "Extras": "model.extras",
    "Figure": "model.result",
    "FigureRole": "model.result",
    "FiscalCalendar": "values.fiscal",
    "Forecast": "model.oecd",
    "ForwardSpending": "model.oecd",
    "Frequency": "model.frequency",
    "Funder": "model.organisation",
    "Header": "issues",
    "HumanitarianScope": "model.classification",
    "IatiProjects": "io.iati.reader",
    "Impact": "model.result",
    "Indicator": "model.indicator",
    "Input": "model.result",
    "InvalidValue": "errors",
    "Issue": "issues",
    "LegacyDatum": "model.statement",
    "LevelProgress": "analysis.project_progress",
    "Link": "model.link",
    "Loaded": "issues",
    "LoanStatus": "model.oecd",
    "LoanTerms": "model.oecd",
    "Location": "model.place",
    "MeasureType": "model.indicator",
    "MissingExtra": "errors",
    "Money": "values.money",
    "Node": "model.result",
    "NotFound": "errors",
    "Organisation": "model.organisation",
    "OrganisationRole": "model.organisation",
    "OtherIdentifier": "model.statement",
    "OtherResult": "model.result",
    "Outcome": "model.result",
    "OutcomeDepth": "model.result",
    "Output": "model.result",
    "PartialDate": "values.partial_date",
    "Participant": "model.organisation",
    "Party": "model.organisation",
    "Period": "model.indicator",
    "PlannedDisbursement": "model.budget",
    "Point": "model.place",
    "PolicyMarker": "model.classification",
    "PolicySignificance": "model.classification",
    "Profile": "analysis.expected",
    "Progress": "analysis.progress",
    "Project": "model.project",
    "ProjectDate": "model.statement",
    "ProjectProgress": "analysis.project_progress",
    "ProjectScope": "model.project",
    "ProjectStatus": "model.project",
    "Provenance": "model.statement",
    "Qualifier": "values.quantity",
    "Quantity": "values.quantity",
    "RateNotFound": "errors",
    "Raw": "model.extras",
    "Reason": "analysis.figures",
    "Record": "model.extras",
    "Reference": "model.classification",
    "Region": "model.place",
    "RelatedProject": "model.statement",
    "RelationType": "model.statement",
    "Report": "issues",
    "ReportChange": "issues",
    "ReportingOrganisation": "model.organisation",
    "Result": "model.result",
    "ResultLevel": "model.result",
    "ResultProgress": "analysis.project_progress",
    "ResultStatus": "model.result",
    "ResultsChain": "model.chain",
    "Risk": "model.link",
    "Sector": "model.classification",
    "Severity": "issues",
    "Tag": "model.classification",
    "Target": "model.measurement",
    "TargetRevision": "model.measurement",
    "Text": "values.text",
    "Transaction": "model.transaction",
    "TransactionType": "model.transaction",
    "Unit": "values.units",
    "UnitKind": "values.units",
    "UnitMismatch": "errors",
    "UnknownCode": "errors",
    "Unreadable": "errors",
    "Valence": "model.result",
    "ValueStatus": "model.measurement",
    "Written": "io.iati.writer",
    "aggregate": "analysis.aggregation",
    "check": "rules.check",
    "check_iati": "checking",
    "diff": "analysis.diff",
    "disaggregate": "analysis.disaggregation",
    "from_dict": "io.json",
    "from_json": "io.json",
    "is_before": "values.partial_date",
    "iter_check_iati": "checking",
    "iter_iati": "io.iati.reader",
    "iter_issues": "rules.check",
    "json_schema": "io.json",
    "normalise_disaggregation": "analysis.dimension_forms",
    "parse_date": "values.date_text",
    "profile_of": "rules.profiles",
    "progress": "analysis.progress",
    "project_progress": "analysis.project_progress",
    "read_iati": "io.iati.reader",
    "read_json": "io.json",
    "read_page": "io.pages.reader",
    "to_dict": "io.json",
    "to_json": "io.json",
    "unit_for": "values.units",
    "write_iati": "io.iati.writer",
    "write_json": "io.json",
}

_SPACES = {
    "budgets": "analysis.budgets",
    "codelists": "codelists",
    "rates": "rates",
    "show": "show",
    "testing": "testing",
}
"""Modules that are public names themselves; ``show`` can be called."""

__all__ = [
    "CURRENCIES",
    "Accumulation",
    "Activity",
    "Actual",
    "AdministrativeArea",
    "Aggregate",
    "AggregateMember",
    "AidModelError",
    "Alignment",
    "Allen",
    "AmbiguousDate",
    "Amount",
    "AmountKind",
    "Assumption",
    "AssumptionKind",
    "AssumptionStatus",
    "Baseline",
    "Basis",
    "Budget",
    "BudgetItem",
    "BudgetNotProvided",
    "BudgetStatus",
    "BudgetType",
    "Change",
    "ChangeKind",
    "CheckFailed",
    "Code",
    "Condition",
    "Contact",
    "ContextFact",
    "Country",
    "CountryBudgetItems",
    "CrsAdd",
    "CrsFlag",
    "Currency",
    "CurrencyMismatch",
    "DateEdge",
    "DateKind",
    "DateSpan",
    "Description",
    "DescriptionType",
    "Dimension",
    "Direction",
    "Disaggregated",
    "Disaggregation",
    "Document",
    "DonorLevel",
    "DonorProfile",
    "Duration",
    "Extras",
    "Figure",
    "FigureRole",
    "FiscalCalendar",
    "Forecast",
    "ForwardSpending",
    "Frequency",
    "Funder",
    "Header",
    "HumanitarianScope",
    "IatiProjects",
    "Impact",
    "Indicator",
    "Input",
    "InvalidValue",
    "Issue",
    "LegacyDatum",
    "LevelProgress",
    "Link",
    "Loaded",
    "LoanStatus",
    "LoanTerms",
    "Location",
    "MeasureType",
    "MissingExtra",
    "Money",
    "Node",
    "NotFound",
    "Organisation",
    "OrganisationRole",
    "OtherIdentifier",
    "OtherResult",
    "Outcome",
    "OutcomeDepth",
    "Output",
    "PartialDate",
    "Participant",
    "Party",
    "Period",
    "PlannedDisbursement",
    "Point",
    "PolicyMarker",
    "PolicySignificance",
    "Profile",
    "Progress",
    "Project",
    "ProjectDate",
    "ProjectProgress",
    "ProjectScope",
    "ProjectStatus",
    "Provenance",
    "Qualifier",
    "Quantity",
    "RateNotFound",
    "Raw",
    "Reason",
    "Record",
    "Reference",
    "Region",
    "RelatedProject",
    "RelationType",
    "Report",
    "ReportChange",
    "ReportingOrganisation",
    "Result",
    "ResultLevel",
    "ResultProgress",
    "ResultStatus",
    "ResultsChain",
    "Risk",
    "Sector",
    "Severity",
    "Tag",
    "Target",
    "TargetRevision",
    "Text",
    "Transaction",
    "TransactionType",
    "Unit",
    "UnitKind",
    "UnitMismatch",
    "UnknownCode",
    "Unreadable",
    "Valence",
    "ValueStatus",
    "Written",
    "__version__",
    "aggregate",
    "budgets",
    "check",
    "check_iati",
    "codelists",
    "diff",
    "disaggregate",
    "from_dict",
    "from_json",
    "is_before",
    "iter_check_iati",
    "iter_iati",
    "iter_issues",
    "json_schema",
    "normalise_disaggregation",
    "parse_date",
    "profile_of",
    "progress",
    "project_progress",
    "rates",
    "read_iati",
    "read_json",
    "read_page",
    "show",
    "testing",
    "to_dict",
    "to_json",
    "unit_for",
    "write_iati",
    "write_json",
]


def __getattr__(name: str) -> object:
    if name in _SPACES:
        from importlib import import_module

        return import_module(f"aidmodel.{_SPACES[name]}")
    if name not in _HOMES:
        alike: list[str] = []
        if not name.startswith("_"):  # an import of a private module asks here first, and is no slip of a person
            from difflib import get_close_matches

            alike = get_close_matches(name, _HOMES, n=1)
        hint = f"; did you mean {alike[0]!r}?" if alike else ""
        raise AttributeError(f"module 'aidmodel' has no attribute {name!r}{hint}")
    from importlib import import_module

    value = getattr(import_module(f"aidmodel.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
