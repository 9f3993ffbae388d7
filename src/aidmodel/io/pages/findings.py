"""What reading pages may have to say: the code of each finding, how bad it is, and what it means."""

from aidmodel.io.iati.findings import Finding
from aidmodel.issues import Severity

PAGES = {
    "page.blank-label": Finding(
        Severity.INFO, "A label stands without a value: what it is for is unknown, neither none nor zero."
    ),
    "page.count-disagrees": Finding(
        Severity.WARNING, "A sentence states how many there are and lists another number: what is listed is taken."
    ),
    "page.cut-off": Finding(
        Severity.WARNING, "The page ends inside a sentence or an element: what was begun there is left out."
    ),
    "page.damaged-letters": Finding(
        Severity.WARNING, "Letters were damaged before the page was saved: they are kept as they stand."
    ),
    "page.dates-reversed": Finding(Severity.WARNING, "The end stands before the start: both dates are kept."),
    "page.duration-disagrees": Finding(
        Severity.WARNING, "The stated duration is not what the dates give: both are kept, and the dates stand."
    ),
    "page.encoding": Finding(
        Severity.WARNING, "The page is not in the encoding it states, or in UTF-8: it is read as Windows-1252."
    ),
    "page.left": Finding(Severity.INFO, "Words of the page that state no fact of the project: they are left out."),
    "page.list-gap": Finding(Severity.WARNING, "The numbers of a list skip one: the items are taken as printed."),
    "page.no-labels": Finding(
        Severity.WARNING, "The labels were lost and only values are there: what each means is told by its form."
    ),
    "page.not-an-amount": Finding(
        Severity.WARNING, "An amount cannot be read with certainty: it is left out, and told here."
    ),
    "page.not-understood": Finding(
        Severity.WARNING, "What stands beside a label cannot be understood: it is left out, and told here."
    ),
    "page.other-publisher": Finding(
        Severity.WARNING, "The page has the labels of another publisher too: nothing of that is read."
    ),
    "page.publisher-broken": Finding(
        Severity.WARNING,
        "A package adds a publisher that cannot be loaded: whether the page is one of its was not looked at.",
    ),
    "page.repeated": Finding(
        Severity.WARNING, "The page states a fact again, in other words or figures: the first is taken."
    ),
    "page.repeated-country": Finding(Severity.INFO, "A country stands twice in a list: it is taken once."),
    "page.scope": Finding(Severity.WARNING, "How far the project is said to reach does not fit its countries."),
    "page.total-disagrees": Finding(Severity.WARNING, "A total is not the sum of its parts: the parts are taken."),
    "page.unknown-country": Finding(
        Severity.WARNING, "A name stands among countries that no list has: it is left out, or kept without a code."
    ),
    "page.unknown-label": Finding(Severity.WARNING, "A label that this reader does not know: its value is told here."),
    "page.unknown-word": Finding(
        Severity.WARNING,
        "A word that its list does not know, or has twice, stands where a code is wanted: no code is set.",
    ),
}
"""What the reader of pages may find, by code."""
