"""Organisations, the parts they play in a project, and the people to write to."""

from collections.abc import Iterable
from typing import cast, final

from attrs import field, frozen

from aidmodel._fields import as_instance, as_items, named
from aidmodel.errors import InvalidValue
from aidmodel.model.element import Element
from aidmodel.values.code import Code, Listed, as_code_or_none, one_of_or_code
from aidmodel.values.money import Money, as_money_or_none
from aidmodel.values.plain import as_flag, as_string_or_none, as_strings
from aidmodel.values.text import Text, as_text, as_texts


@final
class OrganisationRole(Listed):
    """The part an organisation plays (IATI OrganisationRole)."""

    FUNDING = "1"
    """Gives the money."""
    ACCOUNTABLE = "2"
    """Answers for the project."""
    EXTENDING = "3"
    """Manages the money on behalf of a funder."""
    IMPLEMENTING = "4"
    """Does the work."""


@frozen(kw_only=True, field_transformer=named, repr=False)
class Organisation(Element):
    """
    An organisation as a source names it.

    Whether it is known by name, by identifier or by both is the source's business; a rule asks for one of them.

    IATI 2.03: ``reporting-org``, ``participating-org``, ``provider-org``, ``receiver-org``, ``owner-org``.

    >>> Organisation("Municipality of Bogotá")
    Organisation('Municipality of Bogotá')
    """

    name: Text = field(default=Text(), converter=as_text, kw_only=False, metadata={"iati": "narrative"})
    """Its name; falsy where none is stated."""
    ref: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@ref"})
    """Its identifier, best one of org-id.guide; None: not stated."""
    type: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "@type"})
    """Its kind (IATI OrganisationType: 10 government, 22 national NGO, 40 multilateral); None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class ReportingOrganisation(Organisation):
    """
    The organisation that published the facts.

    IATI 2.03: ``iati-activity/reporting-org``.
    """

    secondary: bool | None = field(default=None, converter=as_flag, metadata={"iati": "@secondary-reporter"})
    """Whether it reports on work that is not its own; None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Party(Organisation):
    """
    The giver or taker of a payment.

    IATI 2.03: ``transaction/provider-org``, ``transaction/receiver-org``, and those of a planned disbursement.
    """

    activity_id: str | None = field(
        default=None, converter=as_string_or_none, metadata={"iati": "@provider-activity-id, @receiver-activity-id"}
    )
    """The identifier of the party's own project that the money comes from or goes to; None: not stated."""


def _as_role(value: OrganisationRole | Code | str | None) -> OrganisationRole | Code | None:
    role = None if value is None else one_of_or_code(OrganisationRole, value)
    if role is OrganisationRole.FUNDING:
        raise InvalidValue(value, "is the role of a Funder", "write Funder(...), which takes no role")
    return role


@frozen(kw_only=True, field_transformer=named, repr=False)
class _Participation(Organisation):
    activity_id: str | None = field(default=None, converter=as_string_or_none, metadata={"iati": "@activity-id"})
    """The identifier of the organisation's own record of this project; None: not stated."""
    crs_channel_code: str | None = field(
        default=None, converter=as_string_or_none, metadata={"iati": "@crs-channel-code"}
    )
    """The channel code of the OECD Creditor Reporting System; None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Participant(_Participation):
    """
    An organisation that takes part without being the funder, which is a :class:`Funder`.

    IATI 2.03: ``iati-activity/participating-org``.

    >>> Participant("IBRD/World Bank Institute", role="implementing")
    Participant('IBRD/World Bank Institute', role=OrganisationRole.IMPLEMENTING)
    """

    role: OrganisationRole | Code | None = field(default=None, converter=_as_role, metadata={"iati": "@role"})
    """Its part: accountable, extending, implementing, or a code that no list knows; None: not stated."""


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Funder(_Participation):
    """
    The participant with the funding role.

    IATI 2.03: ``iati-activity/participating-org[@role=1]``.

    >>> Funder("Global Affairs Canada").role
    OrganisationRole.FUNDING
    """

    contribution: Money | None = field(default=None, converter=as_money_or_none)
    """What it gives to the whole project; None: not stated (not zero)."""

    @property
    def role(self) -> OrganisationRole:
        """Always the funding role."""
        return OrganisationRole.FUNDING


def as_participants(value: Participant | Funder | Iterable[Participant | Funder]) -> tuple[Participant | Funder, ...]:
    """Give the participants that were meant.

    Raises:
        InvalidValue: an item is of another class.

    """
    return cast("tuple[Participant | Funder, ...]", as_items(value, _Participation, _as_participation))


def _as_participation(value: object) -> _Participation:
    mend = f"write Funder({value!r}) or Participant({value!r}, role=...)" if isinstance(value, str) else ""
    raise InvalidValue(value, "must be a Funder or Participant", mend)


def as_organisations(value: Organisation | str | Iterable[Organisation | str]) -> tuple[Organisation, ...]:
    """Give the organisations that were meant; a string is a name."""
    return as_items(value, Organisation, Organisation)


def as_reporting_or_none(value: ReportingOrganisation | str | None) -> ReportingOrganisation | None:
    """Give the reporting organisation that was meant, or None; a string is its name."""
    return (
        None
        if value is None
        else ReportingOrganisation(value)
        if isinstance(value, str)
        else as_instance(value, ReportingOrganisation)
    )


def as_party_or_none(value: Party | str | None) -> Party | None:
    """Give the party that was meant, or None; a string is its name."""
    return None if value is None else Party(value) if isinstance(value, str) else as_instance(value, Party)


@final
@frozen(kw_only=True, field_transformer=named, repr=False)
class Contact(Element):
    """
    A person or office to write to: personal data, left out of cards, tables and reprs of the project.

    IATI 2.03: ``iati-activity/contact-info``.
    """

    type: Code | None = field(default=None, converter=as_code_or_none, metadata={"iati": "@type"})
    """What they are there for (IATI ContactType); None: not stated."""
    organisation: Text = field(default=Text(), converter=as_text, metadata={"iati": "organisation"})
    """The organisation they belong to."""
    department: Text = field(default=Text(), converter=as_text, metadata={"iati": "department"})
    """The department inside it."""
    person_name: Text = field(default=Text(), converter=as_text, metadata={"iati": "person-name"})
    """The person's name."""
    job_title: Text = field(default=Text(), converter=as_text, metadata={"iati": "job-title"})
    """The person's function."""
    telephones: tuple[str, ...] = field(default=(), converter=as_strings, metadata={"iati": "telephone"})
    """Telephone numbers as written."""
    emails: tuple[str, ...] = field(default=(), converter=as_strings, metadata={"iati": "email"})
    """E-mail addresses."""
    websites: tuple[str, ...] = field(default=(), converter=as_strings, metadata={"iati": "website"})
    """Web addresses."""
    mailing_addresses: tuple[Text, ...] = field(default=(), converter=as_texts, metadata={"iati": "mailing-address"})
    """Postal addresses."""


def as_contacts(value: Contact | Iterable[Contact]) -> tuple[Contact, ...]:
    """Give the contacts that were meant."""
    return as_items(value, Contact)
