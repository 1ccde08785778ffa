"""Checks by the name that rule files use. A new module of checks is added to `MODULES`, nothing else."""

from contentlint.checks import (
    anchors,
    content,
    duplicates,
    dutch,
    dutch_readability,
    dutch_site,
    dutch_titles,
    external,
    fields,
    graph,
    headings,
    images,
    keyphrase,
    language,
    lengths,
    link_text,
    links,
    near_duplicates,
    placeholders,
    related,
    related_lists,
    schema,
    similar,
    sitemap,
    slugs,
    suppressions,
    traps,
    yaml,
)
from contentlint.checks.api import Check

MODULES = (
    anchors, content, duplicates, dutch, dutch_readability, dutch_site, dutch_titles, external, fields, graph,
    headings, images, keyphrase, language, lengths, link_text, links, near_duplicates, placeholders, related,
    related_lists, schema, similar, sitemap, slugs, suppressions, traps, yaml,
)  # fmt: skip

CHECKS: dict[str, Check] = {
    check.name: check for module in MODULES for check in vars(module).values() if isinstance(check, Check)
}
