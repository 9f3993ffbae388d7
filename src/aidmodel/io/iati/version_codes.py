"""The codes of the first versions of the standard (1.00 to 1.05) and those of 2.03, and what is said of each change.

The codes are those of IATI's own lists of version 1.05; names of codes stand beside them, as publishers wrote those
too. What a list of 2.03 does not have (the sector vocabularies ISO and WB, the gazetteer of the NGA) is not here.
"""

from collections.abc import Mapping
from typing import TypeAlias

Names: TypeAlias = Mapping[str, str]
"""From an old code, or the name of a code, in lower case, to the code of 2.03."""

DATES: Names = {"start-planned": "1", "start-actual": "2", "end-planned": "3", "end-actual": "4"}
ROLES: Names = {"funding": "1", "accountable": "2", "extending": "3", "implementing": "4"}
TRANSACTIONS: Names = {
    "if": "1",
    "incoming funds": "1",
    "c": "2",
    "commitment": "2",
    "d": "3",
    "disbursement": "3",
    "e": "4",
    "expenditure": "4",
    "ir": "5",
    "interest repayment": "5",
    "lr": "6",
    "loan repayment": "6",
    "r": "7",
    "reimbursement": "7",
    "qp": "8",
    "purchase of equity": "8",
    "qs": "9",
    "sale of equity": "9",
    "cg": "10",
    "credit guarantee": "10",
}
SECTORS: Names = {
    "dac": "1",
    "dac-3": "2",
    "cofog": "3",
    "nace": "4",
    "ntee": "5",
    "adt": "6",
    "ro": "99",
    "ro2": "98",
}
MARKERS: Names = {"dac": "1", "ro": "99"}
GAZETTEERS: Names = {"geo": "G1", "osm": "G2"}
"""GazetteerAgency to GeographicVocabulary, the list of location-id; that list does not have the NGA."""
BUDGETS: Names = {"original": "1", "revised": "2"}
DESCRIPTIONS: Names = {"general": "1", "objectives": "2", "target groups": "3", "other": "4"}
RESULTS: Names = {"output": "1", "outcome": "2", "impact": "3", "other": "9"}
MEASURES: Names = {"unit": "1", "percentage": "2"}
RELATIONS: Names = {"parent": "1", "child": "2", "sibling": "3", "co-funded": "4", "third party": "5"}
CONDITIONS: Names = {"policy": "1", "performance": "2", "fiduciary": "3"}

NEWER: Mapping[str, tuple[str, ...]] = {
    "transaction-type": ("11", "12", "13"),
    "sector-vocabulary": ("7", "8", "9", "10", "11", "12"),
    "indicator-measure": ("3", "4", "5"),
}
"""By kind of change, the codes of 2.03 that no code of 1.0x became."""

IDENTITY = {
    "participating-org": "ref",
    "recipient-country": "code",
    "recipient-region": "code",
    "sector": "code",
    "policy-marker": "code",
    "tag": "code",
    "humanitarian-scope": "code",
}
"""By which attribute two elements are known to be about one thing; two unnamed organisations are two."""

SENTENCES = {
    "version": "iati-activity/@version {} was taken off: the activity is one of 2.03 now",
    "timestamp": "@last-updated-datetime {} became {}",
    "text-into-narrative": "the words written directly in {} became a narrative",
    "language-into-narrative": "the xml:lang of {}, which holds no words, became that of an empty narrative: {}",
    "merged-languages": "{}, repeated for each of several languages, became one with several narratives",
    "label": "the words {} beside the code {} of {} were taken off: 2.03 has the code alone",
    "reference-label": "the words {} beside the reference {} of {} were taken off: 2.03 has the reference alone",
    "date-label": "the text {} of {}, which is the day of its @iso-date, was taken off: 2.03 has the attribute alone",
    "label-language": "the xml:lang of {} was taken off with its words: {}",
    "date-type": "activity-date/@type {} became {}",
    "organisation-role": "participating-org/@role {} became {}",
    "transaction-type": "transaction-type/@code {} became {}",
    "sector-vocabulary": "sector/@vocabulary {} became {}",
    "policy-marker-vocabulary": "policy-marker/@vocabulary {} became {}",
    "budget-type": "budget/@type {} became {}",
    "description-type": "description/@type {} became {}",
    "result-type": "result/@type {} became {}",
    "indicator-measure": "indicator/@measure {} became {}",
    "related-activity-type": "related-activity/@type {} became {}",
    "condition-type": "condition/@type {} became {}",
    "unmapped-code": "{} in {} is no code of 1.0x that became another, nor one of 2.03, and stays",
    "date": "the date {} became {}",
    "date-from-text": "the text {} of a date became @iso-date {}",
    "other-identifier": "the text {} of other-identifier became its @ref",
    "owner": "the owner of an other-identifier, @owner-ref {} and @owner-name {}, became an owner-org",
    "website": "the activity-website {} became a document-link of the category 'A12'",
    "document-language": "document-link/@language {} became a language",
    "other-flags": "the aidtype-flag {} became other-flags",
    "point": "the coordinates {} became a point",
    "precision": "the precision {} of coordinates that became a point stays in 'coordinates'",
    "coordinates": "the coordinates {}, {} are no degrees as 2.03 has them, and stay",
    "location-id": "the gazetteer-entry {} of {} became a location-id of the vocabulary {}",
    "feature-designation": "the location-type {} became a feature-designation",
}
"""What is said of each kind of change, with the values that all counted as one share."""
