"""Organisations, the parts they play, and whom to write to."""

from collections.abc import Callable
from typing import Any

import pytest

import aidmodel
from aidmodel import (
    Code,
    Contact,
    Funder,
    InvalidValue,
    Money,
    Organisation,
    OrganisationRole,
    Participant,
    Party,
    Project,
    ReportingOrganisation,
    Text,
    Transaction,
)

loosely: Any = aidmodel
"""The package without its types, to call it wrongly."""


def test_an_organisation_is_known_by_name_or_identifier() -> None:
    """Either may be missing; the name comes first."""
    gac = Organisation("Global Affairs Canada", ref="CA-3", type="10")

    assert (Text("Global Affairs Canada"), "CA-3", Code("10")) == (gac.name, gac.ref, gac.type)
    assert Text() == Organisation(ref="CA-3").name


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("implementing", OrganisationRole.IMPLEMENTING),
        ("4", OrganisationRole.IMPLEMENTING),
        ("Accountable", OrganisationRole.ACCOUNTABLE),
        (OrganisationRole.EXTENDING, OrganisationRole.EXTENDING),
        ("9", Code("9")),
    ],
)
def test_a_participant_says_its_role(given: Any, expected: object) -> None:
    """By code, name or member; a code that no list knows is kept."""
    assert expected == Participant("IOM", role=given).role


def test_a_funder_is_the_participant_with_the_funding_role() -> None:
    """Its role is that of its class; what it gives is not stated unless it is."""
    funder = Funder("GAC", ref="CA-3", contribution="CAD 4,000,000.00")

    assert OrganisationRole.FUNDING is funder.role
    assert Money("4000000.00", "CAD") == funder.contribution
    assert Funder("GAC").contribution is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Participant("GAC", role="funding"),
            "Participant.role: is the role of a Funder, got 'funding'; write Funder(...), which takes no role",
        ),
        (
            lambda: Participant("GAC", role="1"),
            "Participant.role: is the role of a Funder, got '1'; write Funder(...), which takes no role",
        ),
        (
            lambda: Participant("GAC", role=OrganisationRole.FUNDING),
            ("Participant.role: is the role of a Funder, got OrganisationRole.FUNDING; "
            "write Funder(...), which takes no role"),
        ),
        (lambda: loosely.Participant("GAC", role=4), 'Participant.role: must be a code or term of OrganisationRole, got 4; write "4"'),
        (
            lambda: loosely.Funder("GAC", contribution=4_000_000),
            'Funder.contribution: must be money, got 4000000; write Money("4000000", "CAD"), in its own currency',
        ),
        (lambda: Organisation("GAC", ref=" "), "Organisation.ref: must not be blank, got ' '; leave it out if it is not known"),
        (
            lambda: loosely.Project(reporting=Organisation("GAC")),
            "Project.reporting: must be a ReportingOrganisation, got Organisation('GAC')",
        ),
        (lambda: loosely.Transaction(provider=Funder("GAC")), "Transaction.provider: must be a Party, got Funder('GAC')"),
        (lambda: loosely.Project(contacts="jane@example.org"), "Project.contacts: must be a Contact or several of them, got 'jane@example.org'"),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_refused(make: Callable[[], object], message: str) -> None:
    """The message names class and field, shows the value, and gives the likely mend."""
    with pytest.raises(InvalidValue) as caught:
        make()

    assert message == str(caught.value)


def test_a_role_may_not_be_stated() -> None:
    """As in some real files; nobody is taken for an implementer then."""
    project = Project(participants=[Participant("IOM"), Participant("GAC", role=None)])

    assert [None, None] == [each.role for each in project.participants]
    assert ((), ()) == (project.implementers, project.funders)


def test_a_funder_takes_no_role() -> None:
    """That is a mistake in the program."""
    with pytest.raises(TypeError, match="role"):
        loosely.Funder("GAC", role="funding")


def test_a_string_is_the_name() -> None:
    """Where one organisation is wanted, its name is enough."""
    payment = Transaction(provider="GAC", receiver=Party("IOM", activity_id="CH-1"))

    assert (Party("GAC"), "CH-1") == (payment.provider, payment.receiver and payment.receiver.activity_id)
    assert ReportingOrganisation("GAC") == Project(reporting="GAC").reporting


def test_organisations_in_other_parts_are_not_equal() -> None:
    """The class says the part, and counts."""
    assert 4 == len({Organisation("GAC"), Funder("GAC"), Party("GAC"), ReportingOrganisation("GAC"), Funder("GAC")})


def test_a_contact_takes_several_ways_to_write() -> None:
    """Lone strings are one item."""
    contact = Contact(person_name="Jane Doe", telephones="+57 1", emails=["a@example.org", "b@example.org"])

    assert (("+57 1",), ("a@example.org", "b@example.org")) == (contact.telephones, contact.emails)
    assert "Contact(person_name='Jane Doe', telephones='+57 1')" == repr(
        Contact(person_name="Jane Doe", telephones="+57 1")
    )


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (Organisation(), "Organisation()"),
        (Organisation(ref="CA-3"), "Organisation(ref='CA-3')"),
        (Funder("GAC", contribution=Money("1.50", "CAD")), "Funder('GAC', contribution=Money('1.50', 'CAD'))"),
        (Participant("IOM", role="4"), "Participant('IOM', role=OrganisationRole.IMPLEMENTING)"),
        (Participant("IOM"), "Participant('IOM')"),
        (Participant("IOM", role="9"), "Participant('IOM', role=Code('9'))"),
    ],
)
def test_the_repr_is_short_and_can_be_pasted_back(thing: object, shown: str) -> None:
    """What is empty is left out."""
    names = {name: getattr(aidmodel, name) for name in aidmodel.__all__ if name[0].isupper()}

    assert shown == repr(thing)
    assert thing == eval(shown, names)  # noqa: S307  our own repr
