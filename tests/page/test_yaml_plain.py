"""What is read without libyaml is what libyaml says, with every place; most front matter is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contentlint.page.model import Node
from contentlint.page.yaml_nodes import YamlFaultError, parse_yaml
from contentlint.page.yaml_plain import read_plain

KEYS = st.sampled_from(("title", "x-y", "_a", "A1", "on", "y", "é", "'q'", "1a", "<<"))
SCALARS = st.one_of(
    st.sampled_from(
        (
            "Brood bakken", '"Brood: zo"', "'het brood'", "it's", "a: b", "a:b", "a #b", "a#b", "é", "😀 a", "", " ",
            "on", "yes", "true", "False", "null", "~", "0", "12", "012", "0x1f", "1_0", "1e3", "12:30", "2024-03-01",
            "2024-3-1 10:00:00", "10 dingen", "7%", ".5", "-1", "&a b", "*a", "!!str a", "|", "> ", "{a: b}", "# a",
            '"a\\n"', '"a" b', "a:", "http://voorbeeld.nl/a", "x\xa0", "\xa0x", "a\tb", "a\u2028b", "a\x07", "\ufeffa",
            "[]", "[a, b]", '["a", \'b c\']', "[a,b]", "[a, on]", "[1]", "[a,]", "[a, [b]]", "- a", "? a",
            "/a b", "[/a, b]",
        )
    ),
    st.text(max_size=8),
)  # fmt: skip
ENDS = st.sampled_from(("\n",) * 6 + ("\n\n", " \n", "\n \n", "\r\n", "\n# a\n", ""))
FIELDS = st.builds("{}:{}{}{}".format, KEYS, st.sampled_from(("", " ", " ", "  ")), SCALARS, ENDS)
ITEMS = st.builds(
    "{}-{}{}{}".format, st.sampled_from(("", "", "  ", "    ")), st.sampled_from(("", " ")), SCALARS, ENDS
)


def by_libyaml(text: str) -> Node | None:
    """Return what libyaml reads; None where it finds a fault."""
    try:
        return parse_yaml(text, 4)
    except YamlFaultError:
        return None


@settings(max_examples=3000, deadline=None)
@given(st.lists(st.one_of(FIELDS, FIELDS, ITEMS), min_size=1, max_size=5).map("".join))
def test_it_says_what_libyaml_says_or_nothing(text: str) -> None:
    read = read_plain(text, 4)
    assert read is None or read == by_libyaml(text)


PLAIN = (
    "title: Brood bakken\n",
    "title: \"Brood: zo bak je het\"\ndescription: 'Van deeg tot korst'\n",
    "date: 2024-03-01\norder: 12\ndraft: true\nhero:\n",
    "tags: [brood, 'gist', \"meel\"]\nrelated: []\n\nslug: brood-bakken",
    'related:\n  - /recept/wit\n  - "/recept/bruin"\nalso:\n- koek\n- café\n',
    "url: https://voorbeeld.nl/a?b=c#d\ntitle: 7 tips#1  \n",
)


@pytest.mark.parametrize("text", PLAIN)
def test_what_most_pages_have_is_read_here(text: str) -> None:
    read = read_plain(text, 4)
    assert read is not None
    assert read == by_libyaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: |\n  a\n",
        "seo:\n  title: a\n",
        "title: on\n",
        "a: 12:30\n",
        "a: b\n  c\n",
        "a: \t b\n",
        "a: [b,]\n",
    ],
)
def test_anything_else_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None
