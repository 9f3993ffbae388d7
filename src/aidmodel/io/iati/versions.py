"""Activities of the first versions of the standard (1.00 to 1.05), turned into activities of 2.03.

Everything that reads an activity knows 2.03 only. What an old activity says in another way is said again as 2.03 says
it, and noted; what has no place in 2.03 stays where it is, for the reader to keep raw. Nothing is guessed.
"""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from aidmodel.io.iati import version_codes as old_codes
from aidmodel.io.iati.kinds import LANG, SPACE
from aidmodel.io.iati.version_changes import (
    Changes,
    Step,
    Upgrade,
    day_from_text,
    descend,
    flag_of_crs,
    identifier_from_text,
    label,
    language_of_document,
    name_of_relation,
    place,
    website_to_link,
)

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?[^ ]*)")


def is_old(version: str) -> bool:
    """Say whether a version, as stated, is one of the first kind: its major number is 1, whatever follows it.

    >>> [is_old(version) for version in ("1.05", "1", "1.08", "2.03", "")]
    [True, True, True, False, False]
    """
    return version.strip().partition(".")[0] == "1"


def version_of(root_version: str | None, activity: ET.Element) -> str:
    """Give the version an activity is written in: as the root states it, else the activity, else by its shape.

    A blank statement is none. Where nothing is stated, an activity with narratives is of version "2", one without is
    of version "1". What is stated is given as it stands, without white space around it.
    """
    stated = (root_version or "").strip() or activity.get("version", "").strip()
    if stated:
        return stated
    return "1" if next(activity.iter("narrative"), None) is None else "2"


def upgrade(activity: ET.Element) -> list[Upgrade]:
    """Turn an activity of version 1.00 to 1.05 into one of 2.03, in place, and say what was changed.

    What has no place in 2.03 stays where it is, and so does what is written as 2.03 writes it already: an upgraded
    activity is not changed again. Words that 2.03 has no place for beside a code or a date are taken off; the message
    names them whole.

    >>> activity = ET.fromstring("<iati-activity><title xml:lang='fr'>Une école</title></iati-activity>")
    >>> for change in upgrade(activity):
    ...     print(change.kind, change.count, change.message)
    text-into-narrative 1 the words written directly in 'title' became a narrative
    >>> ET.tostring(activity, encoding="unicode")
    '<iati-activity><title><narrative xml:lang="fr">Une école</narrative></title></iati-activity>'
    """
    changes = Changes(activity.get(LANG, "").lower())
    version = activity.get("version")
    if version is not None:
        del activity.attrib["version"]
        changes.note("version", activity, version)
    moment = activity.get("last-updated-datetime", "")
    if parts := _MOMENT.fullmatch(moment.strip(SPACE)):
        activity.set("last-updated-datetime", f"{parts[1]}T{parts[2]}")
        changes.note("timestamp", activity, moment, f"{parts[1]}T{parts[2]}")
    descend(changes, activity, _ACTIVITY)
    return changes.upgrades()


_WORDS = Step(words=True)
_CODE = Step(label)
_DAY = Step(day_from_text, days=("iso-date",))
_MONEY = Step(days=("value-date",))
_PERIOD = {"period-start": _DAY, "period-end": _DAY, "value": _MONEY}
_PARTIES = {"provider-org": _WORDS, "receiver-org": _WORDS}
_LINK = Step(
    language_of_document, inside={"title": _WORDS, "description": _WORDS, "category": _CODE, "language": _CODE}
)
_SECTOR = Step(codes=(("vocabulary", "sector-vocabulary", old_codes.SECTORS),), words=True)
_COUNTRY_AND_REGION = {"recipient-country": _WORDS, "recipient-region": _WORDS}
_FIGURE = Step(inside={"comment": _WORDS, "document-link": _LINK})
_INDICATOR = Step(
    codes=(("measure", "indicator-measure", old_codes.MEASURES),),
    inside={
        "title": _WORDS,
        "description": _WORDS,
        "document-link": _LINK,
        "baseline": _FIGURE,
        "period": Step(inside={"period-start": _DAY, "period-end": _DAY, "target": _FIGURE, "actual": _FIGURE}),
    },
)
_TRANSACTION = {
    "transaction-type": Step(label, codes=(("code", "transaction-type", old_codes.TRANSACTIONS),)),
    "transaction-date": _DAY,
    "value": _MONEY,
    "description": _WORDS,
    "sector": _SECTOR,
    **_PARTIES,
    **_COUNTRY_AND_REGION,
    **dict.fromkeys(["disbursement-channel", "flow-type", "finance-type", "aid-type", "tied-status"], _CODE),
}
_LOCATION = {
    **dict.fromkeys(["name", "description", "activity-description"], _WORDS),
    **dict.fromkeys(["location-reach", "location-id", "administrative", "exactness", "location-class"], _CODE),
    **dict.fromkeys(["feature-designation", "location-type"], _CODE),
}
_ACTIVITY: Mapping[str, Step] = {
    "reporting-org": _WORDS,
    "title": _WORDS,
    "description": Step(codes=(("type", "description-type", old_codes.DESCRIPTIONS),), words=True),
    "participating-org": Step(codes=(("role", "organisation-role", old_codes.ROLES),), words=True),
    "other-identifier": Step(identifier_from_text, inside={"owner-org": _WORDS}),
    "activity-date": Step(day_from_text, (("type", "date-type", old_codes.DATES),), ("iso-date",), words=True),
    **dict.fromkeys(["activity-status", "activity-scope", "collaboration-type", "default-flow-type"], _CODE),
    **dict.fromkeys(["default-finance-type", "default-aid-type", "default-tied-status"], _CODE),
    "contact-info": Step(
        inside=dict.fromkeys(["organisation", "department", "person-name", "job-title", "mailing-address"], _WORDS)
    ),
    **_COUNTRY_AND_REGION,
    "location": Step(place, inside=_LOCATION),
    "sector": _SECTOR,
    "tag": _WORDS,
    "humanitarian-scope": _WORDS,
    "country-budget-items": Step(inside={"budget-item": Step(label, inside={"description": _WORDS})}),
    "policy-marker": Step(codes=(("vocabulary", "policy-marker-vocabulary", old_codes.MARKERS),), words=True),
    "budget": Step(codes=(("type", "budget-type", old_codes.BUDGETS),), inside=_PERIOD),
    "planned-disbursement": Step(inside={**_PERIOD, **_PARTIES}),
    "transaction": Step(inside=_TRANSACTION),
    "document-link": _LINK,
    "activity-website": Step(website_to_link),
    "related-activity": Step(name_of_relation, (("type", "related-activity-type", old_codes.RELATIONS),)),
    "conditions": Step(
        inside={"condition": Step(codes=(("type", "condition-type", old_codes.CONDITIONS),), words=True)}
    ),
    "result": Step(
        codes=(("type", "result-type", old_codes.RESULTS),),
        inside={"title": _WORDS, "description": _WORDS, "document-link": _LINK, "indicator": _INDICATOR},
    ),
    "crs-add": Step(
        inside={
            "aidtype-flag": Step(flag_of_crs),
            "loan-terms": Step(
                inside={
                    **dict.fromkeys(["repayment-type", "repayment-plan"], _CODE),
                    **dict.fromkeys(["commitment-date", "repayment-first-date", "repayment-final-date"], _DAY),
                }
            ),
            "loan-status": _MONEY,
        }
    ),
    "fss": Step(days=("extraction-date",), inside={"forecast": _MONEY}),
}
"""What may have to be done to an activity of a first version; the names are those of 1.05 and, where it fits, 2.03."""
