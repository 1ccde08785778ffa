"""python-frontmatter as the oracle: on any page that both read, the fields and the body are the same."""

import frontmatter
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from contentlint.page.frontmatter import split

KEYS = st.sampled_from(("title", "slug", "datum", "tags", "hero"))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30)
SCALARS = st.one_of(
    TEXTS,
    st.integers(-1000, 1000),
    st.booleans(),
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
)
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(KEYS, SCALARS, max_size=3))


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1), st.sampled_from((None, '"', "'", "|")), st.booleans())
def test_fields_and_body_are_those_of_python_frontmatter(
    fields: dict[str, object], style: str | None, flow: bool
) -> None:
    block = yaml.safe_dump(fields, allow_unicode=True, default_style=style, default_flow_style=flow)
    assume("---" not in block and "..." not in block)
    text = f"---\n{block}---\nDe tekst.\n"
    front = split(text)
    assert front.fault is None
    assert front.root is not None
    post = frontmatter.loads(text)
    assert front.root.data() == post.metadata
    assert text[front.body :].strip() == post.content


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, TEXTS, min_size=1))
def test_the_span_of_a_value_holds_the_value_as_written(fields: dict[str, str]) -> None:
    block = yaml.safe_dump(fields, allow_unicode=True, default_style='"', width=10_000)
    text = f"---\n{block}---\n"
    root = split(text).root
    assert root is not None
    for entry in root.entries:
        written = text[entry.value.span.start : entry.value.span.end]
        assert yaml.safe_load(written) == fields[entry.key.text]
