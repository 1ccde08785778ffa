"""One term in several spellings over a site."""

from collections import Counter

import pytest

from contentlint.language.dutch.variant import Variant, page_terms, site_variants, term_key


def counts(*pages: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for page in pages:
        total.update({form: term.times for form, term in page_terms(page).items()})
    return total


@pytest.mark.parametrize(
    ("common", "times", "rare"),
    [
        ("een e-mail", 5, "een email"),
        ("de PT-studio", 6, "de PT studio"),
        ("de PT-studio", 6, "de pt studio"),
        ("een small group", 8, "een smallgroup"),
        ("een small group", 8, "een small-group"),
        ("met onlinemarketing", 5, "met online marketing"),
        ("op GitHub", 5, "op Github"),
        ("in WordPress", 9, "in Wordpress"),
        ("de AI-verordening", 5, "de AI verordening"),
        ("de back-ups", 5, "de backups"),
        ("een landingspagina in JavaScript", 5, "een landingspagina in Javascript"),
        ("het CRM-systeem", 5, "het CRM systeem"),
        ("de checklist en de check-in", 5, "de checklist en de check in"),
    ],
)
def test_the_rare_form_is_found(common: str, times: int, rare: str) -> None:
    found = site_variants(counts(*[f"Zij heeft {common} nodig."] * times, f"Hij zoekt {rare} nu."))
    assert [(each.times, each.use_times) for each in found] == [(1, times)]
    assert found[0].use in common
    assert found[0].form in rare


@pytest.mark.parametrize(
    "pages",
    [
        ["Stuur een e-mail."] * 2 + ["Stuur een email."],  # too few to know a habit
        ["Stuur een e-mail."] * 5 + ["Stuur een email."] * 3,  # no habit
        ["De leden werven we samen."] * 9 + ["De ledenwerving."],
        ["Zij zegt: Small group is leuk."] * 9 + ["Kom naar small group nu."],
        ["Wij van Open Overheid."] * 9 + ["De open overheid."],
        ["De klant contact geven."] + ["Het klantcontact."] * 9,
        ["Zij las “een email” voor."] + ["Stuur een e-mail."] * 9,
        ["De risico's."] * 9 + ["De risico’s."],
        ["In de Nederlandse taal."] * 9 + ["nederlandse"],
        ["Het duurt 24 uur."] * 9 + ["Het duurt 24-uur."],
    ],
)
def test_what_is_no_slip_is_left_alone(pages: list[str]) -> None:
    assert site_variants(counts(*pages)) == []


def test_a_house_form_wins_and_an_exception_stays() -> None:
    total = {"e-mail": 20, "email": 3, "E-mail": 1}
    assert site_variants(total, house=["email"]) == [
        Variant("E-mail", "email", 1, 3),
        Variant("e-mail", "email", 20, 3),
    ]
    assert site_variants(total, exceptions=["email"]) == []


def test_spellings_share_a_key() -> None:
    assert len({term_key(form) for form in ("e-mail", "E-mail", "email", "e mail")}) == 1
    assert term_key("URN's") != term_key("URNs")


def test_a_term_knows_where_it_stands_first() -> None:
    prose = "Wij sturen een e-mail, nog een e-mail."
    assert page_terms(prose)["e-mail"] == (2, prose.index("e-mail"))


def test_a_page_gives_few_terms() -> None:
    prose = (
        "De leden van de sportschool komen elke week trainen in kleine groepen met hun eigen trainer. " * 40
    )
    assert page_terms(prose) == {}
