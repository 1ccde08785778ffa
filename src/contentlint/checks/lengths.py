"""How long titles and descriptions are, in characters and in pixels on Google's page."""

from collections.abc import Iterator

from contentlint.checks.api import Options, PageContext, Problem, page_check
from contentlint.checks.pixels import width


class LengthOptions(Options, frozen=True):
    """Limits in characters and pixels; `font-size` in pixels of Arial; `template` applies the title template."""

    field: str
    min: int
    max: int
    max_pixels: int
    font_size: float
    template: bool = False


@page_check("length", LengthOptions, shows=("length", "pixels"))
def length(context: PageContext, options: LengthOptions) -> Iterator[Problem]:
    """A field outside its limits."""
    node = context.page.field(options.field)
    if node is None or node.is_empty or not node.is_scalar or context.facts.is_partial:
        return
    text = " ".join(node.text.split())
    if options.template:
        text = context.site.title_template.replace("{title}", text)
    count, pixels = len(text), round(width(text, options.font_size))
    values = {"length": count, "pixels": pixels}
    if count < options.min or count > options.max:
        yield Problem(node.span, "short" if count < options.min else "long", values)
    elif pixels > options.max_pixels:
        yield Problem(node.span, "wide", values)
