"""The order of the children of each element of IATI 2.03, as its schema has them (xsd:sequence)."""

CHILDREN = {
    "iati-activity": (
        "iati-identifier reporting-org title description participating-org other-identifier activity-status "
        "activity-date contact-info activity-scope recipient-country recipient-region location sector tag "
        "country-budget-items humanitarian-scope policy-marker collaboration-type default-flow-type "
        "default-finance-type default-aid-type default-tied-status budget planned-disbursement capital-spend "
        "transaction document-link related-activity legacy-data conditions result crs-add fss"
    ),
    "other-identifier": "owner-org",
    "contact-info": "organisation department person-name job-title telephone email website mailing-address",
    "location": (
        "location-reach location-id name description activity-description administrative point exactness "
        "location-class feature-designation"
    ),
    "point": "pos",
    "country-budget-items": "budget-item",
    "budget-item": "description",
    "budget": "period-start period-end value",
    "planned-disbursement": "period-start period-end value provider-org receiver-org",
    "transaction": (
        "transaction-type transaction-date value description provider-org receiver-org disbursement-channel sector "
        "recipient-country recipient-region flow-type finance-type aid-type tied-status"
    ),
    "document-link": "title description category language document-date",
    "result": "title description document-link reference indicator",
    "indicator": "title description document-link reference baseline period",
    "baseline": "location dimension document-link comment",
    "period": "period-start period-end target actual",
    "target": "location dimension comment document-link",
    "actual": "location dimension comment document-link",
    "crs-add": "other-flags loan-terms loan-status channel-code",
    "loan-terms": "repayment-type repayment-plan commitment-date repayment-first-date repayment-final-date",
    "loan-status": "interest-received principal-outstanding principal-arrears interest-arrears",
    "fss": "forecast",
}
"""The children of an element in the order they are written; an element that is not here has narratives or none."""

NOT_HERE = {
    ("other-identifier", "owner-org"): {"@type"},
    ("transaction", "sector"): {"@percentage"},
    ("transaction", "recipient-country"): {"@percentage"},
    ("transaction", "recipient-region"): {"@percentage"},
    ("result", "reference"): {"narrative"},
    ("indicator", "reference"): {"narrative"},
}
"""What a class has a field for and an element in this place has no attribute for."""

RENAMED = {
    ("indicator", "reference", "@vocabulary-uri"): "@indicator-uri",
}
"""What an attribute is called in this place."""

REQUIRED = {
    "reporting-org": ("ref", "type"),
    "participating-org": ("role",),
    "other-identifier": ("ref", "type"),
    "activity-date": ("type", "iso-date"),
    "recipient-country": ("code",),
    "recipient-region": ("code",),
    "sector": ("code",),
    "tag": ("code", "vocabulary"),
    "policy-marker": ("code",),
    "document-link": ("url", "format"),
    "related-activity": ("ref", "type"),
    "result": ("type",),
    "indicator": ("measure",),
    "reference": ("code", "vocabulary"),
}
"""The attributes that an element must have, of those that have some often."""
