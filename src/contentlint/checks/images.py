"""Images: what people who cannot see them are told."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.page.model import Link
from contentlint.patterns import lazy_pattern

_FILE_NAME = lazy_pattern(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)|(?:img|dsc|dscn|dji|pxl|screenshot)[_ -]?\d+\S*",
    re.IGNORECASE,
)


class AltOptions(Options, frozen=True):
    """`max` is the longest alternative text, in characters."""

    max: int


@page_check("image-alt", AltOptions, shows=("alt", "length"))
def image_alt(context: PageContext, options: AltOptions) -> Iterator[Problem]:
    """An image without alternative text, with its file name as one, or with one that is too long.

    In HTML `alt=""` says that the image is decoration, which is right (WCAG 1.1.1, technique H67).
    """
    for link in context.page.outline.links:
        if not link.is_image:
            continue
        alt = link.text.strip() if link.text is not None else None
        if not alt and link.has_image:
            continue  # a template expression fills it in
        if alt is None or (not alt and link.kind == "image"):
            yield Problem(link.span, "missing")
        elif alt and _is_file_name(alt, link):
            yield Problem(link.span, "file-name", {"alt": alt})
        elif len(alt) > options.max:
            yield Problem(link.span, "long", {"length": len(alt)})


def _is_file_name(alt: str, link: Link) -> bool:
    name = posixpath.basename(unquote(link.href.partition("?")[0]))
    stem = name.rpartition(".")[0]
    is_stem = alt == stem and re.search(r"[-_\d]", stem) is not None
    return alt == name or is_stem or _FILE_NAME.fullmatch(alt) is not None
