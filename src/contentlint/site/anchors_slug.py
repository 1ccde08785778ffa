"""From the text of one heading to its slug, before repeats are told apart: one function per renderer."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import msgspec

from contentlint.patterns import lazy_pattern

_MDN_REJECTED = lazy_pattern(r"[<>\"$#%&+,/:;=?@\[\]^`{|}~')(\\]")
_GITLAB_PRODUCT = lazy_pattern(
    r"\s*\**\((?:core|starter|premium|ultimate|free|bronze|silver|gold)(?:\s+(?:only|self|saas))?\)\**"
)
_CODE = lazy_pattern(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


@cache
def _rejected() -> re.Pattern[str]:
    r"""What github-slugger removes: all but alphabetic characters, marks, digits, connectors, `-` and space.

    The same set as Ruby's `[^\p{Word}\- ]` at Unicode 13, on which GitLab and kramdown's GFM parser build.
    """
    kept = msgspec.json.decode((Path(__file__).parent / "github_slugger.json").read_bytes())["kept"]
    ranges = (
        f"{re.escape(chr(low))}-{re.escape(chr(high))}"
        for low, high in zip(kept[::2], kept[1::2], strict=True)
    )
    return re.compile(f"[^{''.join(ranges)}]+")


_ASCII_REJECTED = lazy_pattern(r"[^\w\- ]+", re.ASCII)


def _words(text: str) -> str:
    return (_ASCII_REJECTED if text.isascii() else _rejected()).sub("", text)


def github(text: str) -> str:
    """github-slugger's `slug()` (github.com/Flet/github-slugger)."""
    small = text.lower()
    name = small.replace(" ", "-")
    is_plain = name.isascii() and name.replace("-", "").isalnum()  # as half of all headings are
    return name if is_plain else _words(small).replace(" ", "-")


_MDC_ATTRIBUTES = lazy_pattern(r"\{(?:[.#][\w-]|:?[\w-]+=)[^{}]*\}")


def without_attributes(text: str) -> str:
    """Return a heading's text without the attributes that MDC lets inline elements have."""
    return _MDC_ATTRIBUTES.sub("", text)


_MDC_COMPONENT = lazy_pattern(r"(?:(?<=\s)|^):[A-Za-z][\w-]*(?:\[([^\]\n]*)\])?(?![\w:])")


def without_components(text: str) -> str:
    """Return a heading's text without MDC's inline components (`:badge`); what one holds in brackets is text."""
    return _MDC_COMPONENT.sub(r"\1", text)


def nuxt_tidy(name: str) -> str:
    """@nuxtjs/mdc 0.23.1: `-` collapsed and trimmed, `_` before a digit (FACTS §5.1)."""
    return re.sub(r"^(?=[0-9])", "_", re.sub(r"-+", "-", name).strip("-"))


_MDIT_REJECTED = lazy_pattern(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+")


def vitepress(text: str) -> str:
    """VitePress' default, @mdit-vue/shared's `slugify`: marks become one hyphen, accents go, `_` before a digit."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not "\u0300" <= char <= "\u036f")
    name = _MDIT_REJECTED.sub("-", re.sub(r"[\0-\x1f]", "", plain)).strip("-")
    return re.sub(r"^(?=\d)", "_", name, flags=re.ASCII).lower()


def _ruby_lower(text: str) -> str:
    """Ruby maps character by character, so that a sigma at a word's end stays a plain one."""
    return "".join(map(str.lower, text))


def gitlab(text: str) -> str:
    """GitLab's `string_to_anchor`: one hyphen at a time; a bare number gets a word before it."""
    slug = _words(_GITLAB_PRODUCT.sub("", _ruby_lower(text.strip()))).replace(" ", "-")
    return re.sub(r"^(?=\d+$)", "anchor-", re.sub(r"-+", "-", slug))


def hugo(text: str) -> str:
    """Goldmark's `autoHeadingIDType` `github` in Hugo: letters, digits and `_`; combining marks are dropped."""
    kept = (_hugo_char(char) for char in text.strip())
    return "".join(kept) or "heading"


def _hugo_char(char: str) -> str:
    if char in " -":
        return "-"
    # Go maps rune by rune: no final sigma, and one rune for the dotted capital I.
    return char.lower()[0] if char == "_" or unicodedata.category(char)[0] == "L" or char.isdecimal() else ""


def mkdocs(text: str) -> str:
    """Python-Markdown's default `slugify` of the toc extension: ASCII only."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def pymdownx(text: str) -> str:
    """`pymdownx.slugs.slugify` with `case: lower`, which Material for MkDocs recommends: keeps Unicode."""
    plain = unicodedata.normalize("NFC", text).lower().strip()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def kramdown(source: str) -> str:
    """Kramdown's `basic_generate_id`, made from the Markdown source of a heading: ASCII, from its first letter."""
    start = re.sub(r"^[^a-zA-Z]+", "", source, flags=re.MULTILINE)
    return re.sub(r"[^a-zA-Z0-9 -]", "", start).replace(" ", "-").lower() or "section"


def kramdown_gfm(text: str) -> str:
    """Kramdown's GFM parser (Jekyll, GitHub Pages): `generate_gfm_header_id`."""
    return _words(_ruby_lower(text).replace("\t", " ")).replace(" ", "-")


def mdn(text: str) -> str:
    """MDN's `anchorize` (github.com/mdn/rari, crates/rari-md)."""
    return _MDN_REJECTED.sub("", text.lower().replace(" ", "_")) or "sect1"


def typographic(text: str, source: str) -> str:
    """Return the text after a typographer: `--` and `---` become dashes and `...` an ellipsis, but not in code.

    Args:
        text: the heading's plain text.
        source: its Markdown, which tells what is code; empty when there is none.
    """
    done = ""
    for found in _CODE.finditer(source):
        before, code, text = text.partition(found[2].strip())
        done += _dashes(before) + code
    return done + _dashes(text)


def _dashes(text: str) -> str:
    return text.replace("---", "—").replace("--", "–").replace("...", "…")
