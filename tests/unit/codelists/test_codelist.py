"""Code lists: what they hold, how they are asked, and what asking costs."""

import copy
import pickle
import subprocess
import sys
import threading
from datetime import date
from typing import Any

import attrs
import pytest

import aidmodel
from aidmodel import codelists
from aidmodel.codelists import Codelist, Entry
from aidmodel.errors import InvalidValue, NotFound, UnknownCode
from aidmodel.model.transaction import TransactionType
from aidmodel.values.code import Code
from aidmodel.values.currency import CURRENCIES
from aidmodel.values.text import Text

OTHER: Any = ("1",)
"""Neither a flag nor an entry."""


@pytest.mark.parametrize(
    ("name", "codes", "withdrawn"),
    [
        ("Sector", 325, 30),
        ("Country", 251, 1),
        ("Currency", 176, 9),
        ("Language", 181, 0),
        ("FileFormat", 1650, 19),  # 1,652 items, two of which say the same code twice
        ("OrganisationRegistrationAgency", 539, 19),
        ("CRSChannelCode", 438, 29),
    ],
)
def test_as_many_codes_as_the_standard_has(name: str, codes: int, withdrawn: int) -> None:
    """Withdrawn codes stay in their list, marked."""
    known = codelists.get(name)

    assert (codes, withdrawn) == (len(known), sum(entry.withdrawn for entry in known.values()))


def test_a_code_has_names_in_several_languages() -> None:
    """The name is the English one; others are asked for by language."""
    disbursement = codelists.get("TransactionType")["3"]

    assert "Disbursement" == disbursement.name
    assert "Décaissement" == disbursement.names["fr"]
    assert "Disbursement" == str(disbursement)


def test_a_code_without_a_name_is_called_by_its_code() -> None:
    """File formats and versions have none."""
    pdf = codelists.get("FileFormat")["application/pdf"]

    assert ("application/pdf", Text(), "application") == (pdf.name, pdf.names, pdf.category)


def test_withdrawn_codes_say_so() -> None:
    """With the date where the list states one."""
    secondary = codelists.get("Sector")["11321"]
    antilles = codelists.get("Country")["AN"]

    assert (True, date(2019, 12, 31)) == (secondary.withdrawn, secondary.withdrawn_on)
    assert (True, None) == (antilles.withdrawn, antilles.withdrawn_on)


def test_a_date_of_withdrawal_is_kept_where_the_status_is_not_withdrawn() -> None:
    """Both are what the list says; neither is made from the other."""
    entry = codelists.get("CRSChannelCode")["21508"]

    assert (False, date(2022, 1, 1), date(2022, 12, 31)) == (entry.withdrawn, entry.activated_on, entry.withdrawn_on)


def test_categories_are_entries_of_their_own_list() -> None:
    """Sector 14030 belongs to category 140, which another list describes."""
    sectors = codelists.get("Sector")

    assert "SectorCategory" == sectors.categories
    assert codelists.get("SectorCategory")["140"] == sectors.category("14030")


def test_some_codes_belong_to_a_code_of_the_same_list() -> None:
    """B021 is a kind of B02; channels of aid stand below each other in one list."""
    assert codelists.get("AidType")["B02"] == codelists.get("AidType").category("B021")
    assert codelists.get("CRSChannelCode")["10000"] == codelists.get("CRSChannelCode").category("11000")


def test_a_code_may_have_no_category() -> None:
    """The list has none, or none that a list describes."""
    assert codelists.get("TransactionType").category("3") is None
    assert codelists.get("FileFormat").category("application/pdf") is None
    assert codelists.get("OrganisationRegistrationAgency").category("XI-IATI") is None


def test_registers_have_an_address_and_no_description() -> None:
    """Descriptions of the register of registers are left out of the package."""
    agencies = codelists.get("OrganisationRegistrationAgency")

    assert "http://www.juridat.be/tribunal_commerce/bruxelles/index.htm" == agencies["BE-GTCF"].url
    assert {None} == {entry.description for entry in agencies.values()}


def test_a_list_is_a_mapping_in_its_own_order() -> None:
    """It iterates, counts, holds and gives as a dict does."""
    roles = codelists.get("OrganisationRole")

    assert ["1", "2", "3", "4"] == list(roles)
    assert ["Funding", "Accountable", "Extending", "Implementing"] == [entry.name for entry in roles.values()]
    assert [("1", roles["1"])] == list(roles.items())[:1]
    assert "1" in roles
    assert "01" not in roles
    assert None not in roles
    assert [] not in roles  # type: ignore[comparison-overlap]
    assert roles.get("01") is None
    assert "?" == roles.get("01", "?")
    assert roles["1"] is roles.get("1", "?")


def test_a_code_is_asked_as_a_field_holds_it() -> None:
    """As a string, a code or a member of an enumeration."""
    types = codelists.get("TransactionType")

    assert types["3"] == types[TransactionType.DISBURSEMENT] == types[Code("3")] == types.get(Code("3"))
    assert TransactionType.DISBURSEMENT in types  # type: ignore[comparison-overlap]  # mypy asks for the type it iterates
    assert types.category(Code("3")) is None


def test_what_is_no_code_is_refused() -> None:
    """A number has lost its leading zeros."""
    with pytest.raises(InvalidValue) as number:
        codelists.get("Sector")[15190]  # type: ignore[index]  # pyright: ignore[reportArgumentType]
    with pytest.raises(InvalidValue) as nothing:
        codelists.get("Sector")[None]  # type: ignore[index]  # pyright: ignore[reportArgumentType]

    assert 'must be a code, got 15190; write "15190"' == str(number.value)
    assert "must be a code, got None" == str(nothing.value)


@pytest.mark.parametrize(
    ("name", "code", "near"),
    [
        ("OrganisationRole", "Funded", ("1",)),  # 'Funding' looks like it
        ("Country", "ug", ("GU", "UG")),  # the same letters, in the order of the list
        ("TransactionType", "disbursment", ("3", "7")),  # 'Disbursement', 'Reimbursement'
        ("ResultVocabulary", "qqq", ()),
    ],
)
def test_an_unknown_code_says_what_is_near(name: str, code: str, near: tuple[str, ...]) -> None:
    """By code and by name; the codes are what can be asked for."""
    with pytest.raises(UnknownCode) as caught:
        codelists.get(name)[code]

    assert f"{name} code" == caught.value.what
    assert code == caught.value.key
    assert near == caught.value.near[: len(near)]
    assert bool(near) is bool(caught.value.near)


@pytest.mark.parametrize(
    ("name", "near"),
    [("sector", ("Sector", "SectorCategory")), ("Currencies", ("Currency",)), ("../pyproject", ()), ("_paths", ())],
)
def test_an_unknown_list_says_what_is_near(name: str, near: tuple[str, ...]) -> None:
    """Only names of lists are looked for; a name is no path."""
    with pytest.raises(NotFound) as caught:
        codelists.get(name)

    assert NotFound("code list", name, near) == caught.value


@pytest.mark.parametrize("name", [None, 5, ["Sector"]])
def test_the_name_of_a_list_is_a_string(name: Any) -> None:
    """Nothing else can be one."""
    with pytest.raises(InvalidValue) as caught:
        codelists.get(name)

    assert InvalidValue(name, "must be a string") == caught.value


@pytest.mark.parametrize("name", codelists.names())
def test_every_list_holds_what_its_classes_allow(name: str) -> None:
    """Tables are read without converters: what comes out equals what the constructors make of the same."""
    known = codelists.get(name)
    entries = [Entry(*(getattr(entry, field.name) for field in attrs.fields(Entry))) for entry in known.entries]
    built = Codelist(known.name, entries, known.title, known.categories, known.source)

    assert known == built
    assert repr(known.entries) == repr(built.entries)
    assert name == known.name
    assert known.title
    assert known.categories is None or known.categories in codelists.names()
    assert [] == [entry.code for entry in known.values() if entry.code != entry.code.strip()]


def test_a_list_is_frozen_and_hashes_by_name() -> None:
    """So that it may be shared, copied and sent to another process."""
    roles = codelists.get("OrganisationRole")
    other = Codelist("OrganisationRole", [Entry("1")])

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        roles.name = "x"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    assert hash(roles) == hash(other)
    assert roles != other
    assert roles != dict(roles)
    for twin in (copy.copy(roles), copy.deepcopy(roles), pickle.loads(pickle.dumps(roles))):  # noqa: S301
        assert (roles, hash(roles), roles["1"]) == (twin, hash(twin), twin["1"])


def test_reprs_are_short_and_entries_can_be_pasted_back() -> None:
    """What is empty is left out."""
    entry = Entry("1", {"en": "Output", "fr": "Produit"}, category="a", withdrawn=True, withdrawn_on="2020-01-31")

    assert (
        "Entry('1', Text({'en': 'Output', 'fr': 'Produit'}), category='a', withdrawn=True, withdrawn_on='2020-01-31')"
        == repr(entry)
    )
    assert entry == eval(repr(entry))  # noqa: S307
    assert "Entry('1')" == repr(Entry("1"))
    assert "<Codelist FileFormat: 1,650 codes>" == repr(codelists.get("FileFormat"))


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: Entry(""), "Entry.code: must not be blank, got ''; leave it out if it is not known"),
        (lambda: Entry("1", withdrawn=OTHER), "Entry.withdrawn: must be True or False, got ('1',)"),
        (
            lambda: Codelist("Own", [Entry("1"), Entry("2"), Entry("1")]),
            "Codelist.entries[2].code: is in the list twice, got '1'",
        ),
        (lambda: Codelist("Own", OTHER), "Codelist.entries[0]: must be an Entry or several of them, got '1'"),
    ],
)
def test_what_can_never_be_meant_is_refused(build: Any, message: str) -> None:
    """Every field names itself in its error."""
    with pytest.raises(InvalidValue) as caught:
        build()

    assert message == str(caught.value)


def test_currencies_are_a_view_of_the_table_of_currencies() -> None:
    """Names are those of ISO 4217; what the list withdraws is a currency of the past there, too."""
    currencies = codelists.get("Currency")

    assert ["XBT"] == [code for code in currencies if code not in CURRENCIES]
    assert "Bitcoin" == currencies["XBT"].name
    assert "Sol" == currencies["PEN"].name == CURRENCIES["PEN"].name
    assert [] == [code for code, entry in currencies.items() if entry.withdrawn and CURRENCIES[code].active]


def test_the_list_of_currencies_is_slow_to_withdraw() -> None:
    """What IATI still takes, and what it does not know yet, is as its list has it."""
    currencies = codelists.get("Currency")
    late = [code for code, entry in currencies.items() if not entry.withdrawn and code != "XBT"]

    assert ["ANG", "BGN", "CUC", "HRK", "SLL", "ZWL"] == sorted(code for code in late if not CURRENCIES[code].active)
    assert {"ZWG", "XCG", "UYW", "XXX"} & set(currencies) == set()


def test_a_list_is_read_once() -> None:
    """And all threads that ask at the same time get the same object."""
    assert codelists.get("Sector") is codelists.get("Sector")
    codelists._LOADED.pop("LocationType", None)
    gate = threading.Barrier(8)
    found: list[Codelist] = []

    def ask() -> None:
        gate.wait()
        found.append(codelists.get("LocationType"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 8 == len(found)
    assert 1 == len({id(known) for known in found})


def test_a_list_is_read_alone() -> None:
    """Importing reads no table; a list reads its own and the list of lists."""
    code = (
        "import os, sys, pathlib\n"
        "read = []\n"
        "sys.addaudithook(lambda event, what: read.append(str(what[0])) if event == 'open' else None)\n"
        "from aidmodel import codelists\n"
        "codelists.Entry('1')\n"
        "assert not [path for path in read if path.endswith('.tsv')]\n"
        "codelists.get('Sector')['15190']\n"
        "print(*sorted(pathlib.Path(path).name for path in read if path.endswith('.tsv')))\n"
        "assert 'aidmodel.model' not in sys.modules\n"
        "assert 'aidmodel.values.currency' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert ("Sector.tsv _lists.tsv\n", "") == (done.stdout, done.stderr)


def test_the_namespace_is_at_the_front_door() -> None:
    """``aidmodel.codelists`` needs no import of its own."""
    assert codelists is aidmodel.codelists
