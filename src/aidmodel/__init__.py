"""The shared domain core for aid projects and results chains.

Every name is loaded when it is first used; ``import aidmodel`` itself loads nothing.

>>> import aidmodel
>>> aidmodel.Money("4000000.00", "CAD").split(3)[0]
Money('1333333.34', 'CAD')
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as in typing, which would have to be loaded; type checkers know the name
if TYPE_CHECKING:
    from aidmodel.analysis.diff import (
        Change as Change,
    )
    from aidmodel.analysis.diff import (
        diff as diff,
    )
    from aidmodel.errors import (
        AidModelError as AidModelError,
    )
    from aidmodel.errors import (
        AmbiguousDate as AmbiguousDate,
    )
    from aidmodel.errors import (
        CheckFailed as CheckFailed,
    )
    from aidmodel.errors import (
        CurrencyMismatch as CurrencyMismatch,
    )
    from aidmodel.errors import (
        InvalidValue as InvalidValue,
    )
    from aidmodel.errors import (
        NotFound as NotFound,
    )
    from aidmodel.errors import (
        UnitMismatch as UnitMismatch,
    )
    from aidmodel.errors import (
        UnknownCode as UnknownCode,
    )
    from aidmodel.errors import (
        Unreadable as Unreadable,
    )
    from aidmodel.io.json import (
        from_dict as from_dict,
    )
    from aidmodel.io.json import (
        from_json as from_json,
    )
    from aidmodel.io.json import (
        json_schema as json_schema,
    )
    from aidmodel.io.json import (
        read_json as read_json,
    )
    from aidmodel.io.json import (
        to_dict as to_dict,
    )
    from aidmodel.io.json import (
        to_json as to_json,
    )
    from aidmodel.io.json import (
        write_json as write_json,
    )
    from aidmodel.issues import (
        Header as Header,
    )
    from aidmodel.issues import (
        Issue as Issue,
    )
    from aidmodel.issues import (
        Loaded as Loaded,
    )
    from aidmodel.issues import (
        Report as Report,
    )
    from aidmodel.issues import (
        Severity as Severity,
    )
    from aidmodel.model.budget import (
        Amount as Amount,
    )
    from aidmodel.model.budget import (
        AmountKind as AmountKind,
    )
    from aidmodel.model.budget import (
        Budget as Budget,
    )
    from aidmodel.model.budget import (
        BudgetStatus as BudgetStatus,
    )
    from aidmodel.model.budget import (
        BudgetType as BudgetType,
    )
    from aidmodel.model.budget import (
        PlannedDisbursement as PlannedDisbursement,
    )
    from aidmodel.model.chain import (
        ResultsChain as ResultsChain,
    )
    from aidmodel.model.classification import (
        PolicyMarker as PolicyMarker,
    )
    from aidmodel.model.classification import (
        PolicySignificance as PolicySignificance,
    )
    from aidmodel.model.classification import (
        Reference as Reference,
    )
    from aidmodel.model.classification import (
        Sector as Sector,
    )
    from aidmodel.model.classification import (
        Tag as Tag,
    )
    from aidmodel.model.document import (
        Document as Document,
    )
    from aidmodel.model.extras import (
        Extras as Extras,
    )
    from aidmodel.model.extras import (
        Raw as Raw,
    )
    from aidmodel.model.extras import (
        Record as Record,
    )
    from aidmodel.model.indicator import (
        Accumulation as Accumulation,
    )
    from aidmodel.model.indicator import (
        Actual as Actual,
    )
    from aidmodel.model.indicator import (
        Baseline as Baseline,
    )
    from aidmodel.model.indicator import (
        Dimension as Dimension,
    )
    from aidmodel.model.indicator import (
        Direction as Direction,
    )
    from aidmodel.model.indicator import (
        Disaggregation as Disaggregation,
    )
    from aidmodel.model.indicator import (
        Frequency as Frequency,
    )
    from aidmodel.model.indicator import (
        Indicator as Indicator,
    )
    from aidmodel.model.indicator import (
        MeasureType as MeasureType,
    )
    from aidmodel.model.indicator import (
        Period as Period,
    )
    from aidmodel.model.indicator import (
        Target as Target,
    )
    from aidmodel.model.indicator import (
        ValueStatus as ValueStatus,
    )
    from aidmodel.model.organisation import (
        Contact as Contact,
    )
    from aidmodel.model.organisation import (
        Funder as Funder,
    )
    from aidmodel.model.organisation import (
        Organisation as Organisation,
    )
    from aidmodel.model.organisation import (
        OrganisationRole as OrganisationRole,
    )
    from aidmodel.model.organisation import (
        Participant as Participant,
    )
    from aidmodel.model.organisation import (
        Party as Party,
    )
    from aidmodel.model.organisation import (
        ReportingOrganisation as ReportingOrganisation,
    )
    from aidmodel.model.place import (
        AdministrativeArea as AdministrativeArea,
    )
    from aidmodel.model.place import (
        Country as Country,
    )
    from aidmodel.model.place import (
        Location as Location,
    )
    from aidmodel.model.place import (
        Point as Point,
    )
    from aidmodel.model.place import (
        Region as Region,
    )
    from aidmodel.model.project import (
        Project as Project,
    )
    from aidmodel.model.project import (
        ProjectScope as ProjectScope,
    )
    from aidmodel.model.project import (
        ProjectStatus as ProjectStatus,
    )
    from aidmodel.model.result import (
        Activity as Activity,
    )
    from aidmodel.model.result import (
        Assumption as Assumption,
    )
    from aidmodel.model.result import (
        AssumptionKind as AssumptionKind,
    )
    from aidmodel.model.result import (
        AssumptionStatus as AssumptionStatus,
    )
    from aidmodel.model.result import (
        Figure as Figure,
    )
    from aidmodel.model.result import (
        FigureRole as FigureRole,
    )
    from aidmodel.model.result import (
        Impact as Impact,
    )
    from aidmodel.model.result import (
        Input as Input,
    )
    from aidmodel.model.result import (
        Link as Link,
    )
    from aidmodel.model.result import (
        Node as Node,
    )
    from aidmodel.model.result import (
        OtherResult as OtherResult,
    )
    from aidmodel.model.result import (
        Outcome as Outcome,
    )
    from aidmodel.model.result import (
        OutcomeDepth as OutcomeDepth,
    )
    from aidmodel.model.result import (
        Output as Output,
    )
    from aidmodel.model.result import (
        Result as Result,
    )
    from aidmodel.model.result import (
        ResultLevel as ResultLevel,
    )
    from aidmodel.model.result import (
        ResultStatus as ResultStatus,
    )
    from aidmodel.model.result import (
        Risk as Risk,
    )
    from aidmodel.model.result import (
        Valence as Valence,
    )
    from aidmodel.model.statement import (
        Alignment as Alignment,
    )
    from aidmodel.model.statement import (
        Basis as Basis,
    )
    from aidmodel.model.statement import (
        Condition as Condition,
    )
    from aidmodel.model.statement import (
        ContextFact as ContextFact,
    )
    from aidmodel.model.statement import (
        DateEdge as DateEdge,
    )
    from aidmodel.model.statement import (
        DateKind as DateKind,
    )
    from aidmodel.model.statement import (
        Description as Description,
    )
    from aidmodel.model.statement import (
        DescriptionType as DescriptionType,
    )
    from aidmodel.model.statement import (
        OtherIdentifier as OtherIdentifier,
    )
    from aidmodel.model.statement import (
        ProjectDate as ProjectDate,
    )
    from aidmodel.model.statement import (
        Provenance as Provenance,
    )
    from aidmodel.model.statement import (
        RelatedProject as RelatedProject,
    )
    from aidmodel.model.statement import (
        RelationType as RelationType,
    )
    from aidmodel.model.transaction import (
        Transaction as Transaction,
    )
    from aidmodel.model.transaction import (
        TransactionType as TransactionType,
    )
    from aidmodel.rules.check import (
        check as check,
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
    )
    from aidmodel.values.currency import (
        Currency as Currency,
    )
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
    )
    from aidmodel.values.partial_date import (
        parse_date as parse_date,
    )
    from aidmodel.values.quantity import (
        Qualifier as Qualifier,
    )
    from aidmodel.values.quantity import (
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
    )
    from aidmodel.values.units import (
        UnitKind as UnitKind,
    )
    from aidmodel.values.units import (
        unit_for as unit_for,
    )

_HOMES = {
    "Accumulation": "model.indicator",
    "Activity": "model.result",
    "Actual": "model.indicator",
    "AdministrativeArea": "model.place",
    "AidModelError": "errors",
    "Alignment": "model.statement",
    "Allen": "values.allen",
    "AmbiguousDate": "errors",
    "Amount": "model.budget",
    "AmountKind": "model.budget",
    "Assumption": "model.result",
    "AssumptionKind": "model.result",
    "AssumptionStatus": "model.result",
    "Baseline": "model.indicator",
    "Basis": "model.statement",
    "Budget": "model.budget",
    "BudgetStatus": "model.budget",
    "BudgetType": "model.budget",
    "CURRENCIES": "values.currency",
    "Change": "analysis.diff",
    "CheckFailed": "errors",
    "Code": "values.code",
    "Condition": "model.statement",
    "Contact": "model.organisation",
    "ContextFact": "model.statement",
    "Country": "model.place",
    "Currency": "values.currency",
    "CurrencyMismatch": "errors",
    "DateEdge": "model.statement",
    "DateKind": "model.statement",
    "DateSpan": "values.span",
    "Description": "model.statement",
    "DescriptionType": "model.statement",
    "Dimension": "model.indicator",
    "Direction": "model.indicator",
    "Disaggregation": "model.indicator",
    "Document": "model.document",
    "Duration": "values.duration",
    "Extras": "model.extras",
    "Figure": "model.result",
    "FigureRole": "model.result",
    "FiscalCalendar": "values.fiscal",
    "Frequency": "model.indicator",
    "Funder": "model.organisation",
    "Header": "issues",
    "Impact": "model.result",
    "Indicator": "model.indicator",
    "Input": "model.result",
    "InvalidValue": "errors",
    "Issue": "issues",
    "Link": "model.result",
    "Loaded": "issues",
    "Location": "model.place",
    "MeasureType": "model.indicator",
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
    "Project": "model.project",
    "ProjectDate": "model.statement",
    "ProjectScope": "model.project",
    "ProjectStatus": "model.project",
    "Provenance": "model.statement",
    "Qualifier": "values.quantity",
    "Quantity": "values.quantity",
    "Raw": "model.extras",
    "Record": "model.extras",
    "Reference": "model.classification",
    "Region": "model.place",
    "RelatedProject": "model.statement",
    "RelationType": "model.statement",
    "Report": "issues",
    "ReportingOrganisation": "model.organisation",
    "Result": "model.result",
    "ResultLevel": "model.result",
    "ResultStatus": "model.result",
    "ResultsChain": "model.chain",
    "Risk": "model.result",
    "Sector": "model.classification",
    "Severity": "issues",
    "Tag": "model.classification",
    "Target": "model.indicator",
    "Text": "values.text",
    "Transaction": "model.transaction",
    "TransactionType": "model.transaction",
    "Unit": "values.units",
    "UnitKind": "values.units",
    "UnitMismatch": "errors",
    "UnknownCode": "errors",
    "Unreadable": "errors",
    "Valence": "model.result",
    "ValueStatus": "model.indicator",
    "check": "rules.check",
    "diff": "analysis.diff",
    "from_dict": "io.json",
    "from_json": "io.json",
    "json_schema": "io.json",
    "parse_date": "values.partial_date",
    "read_json": "io.json",
    "show": "show.text",
    "to_dict": "io.json",
    "to_json": "io.json",
    "unit_for": "values.units",
    "write_json": "io.json",
}

__all__ = [
    "CURRENCIES",
    "Accumulation",
    "Activity",
    "Actual",
    "AdministrativeArea",
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
    "BudgetStatus",
    "BudgetType",
    "Change",
    "CheckFailed",
    "Code",
    "Condition",
    "Contact",
    "ContextFact",
    "Country",
    "Currency",
    "CurrencyMismatch",
    "DateEdge",
    "DateKind",
    "DateSpan",
    "Description",
    "DescriptionType",
    "Dimension",
    "Direction",
    "Disaggregation",
    "Document",
    "Duration",
    "Extras",
    "Figure",
    "FigureRole",
    "FiscalCalendar",
    "Frequency",
    "Funder",
    "Header",
    "Impact",
    "Indicator",
    "Input",
    "InvalidValue",
    "Issue",
    "Link",
    "Loaded",
    "Location",
    "MeasureType",
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
    "Project",
    "ProjectDate",
    "ProjectScope",
    "ProjectStatus",
    "Provenance",
    "Qualifier",
    "Quantity",
    "Raw",
    "Record",
    "Reference",
    "Region",
    "RelatedProject",
    "RelationType",
    "Report",
    "ReportingOrganisation",
    "Result",
    "ResultLevel",
    "ResultStatus",
    "ResultsChain",
    "Risk",
    "Sector",
    "Severity",
    "Tag",
    "Target",
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
    "__version__",
    "check",
    "diff",
    "from_dict",
    "from_json",
    "json_schema",
    "parse_date",
    "read_json",
    "show",
    "testing",
    "to_dict",
    "to_json",
    "unit_for",
    "write_json",
]


def __getattr__(name: str) -> object:
    if name == "testing":
        from importlib import import_module

        return import_module("aidmodel.testing")
    if name not in _HOMES:
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
