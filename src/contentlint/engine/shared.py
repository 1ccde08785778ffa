"""Texts that many pages have, held once: what is decoded has a copy of its own of each."""

from msgspec.structs import force_setattr

from contentlint.engine.result import PageResult


class Shared:
    """The texts seen so far."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def shared(self, result: PageResult) -> PageResult:
        """Return what is known of a page, which was just decoded and nobody else has, with the texts seen before."""
        same = self._texts.setdefault
        facts, identity = result.facts, result.facts.identity
        force_setattr(identity, "language", same(identity.language, identity.language))
        if identity.collection is not None:
            force_setattr(identity, "collection", same(identity.collection, identity.collection))
        for field in facts.fields.values():
            if field.value == field.text:
                force_setattr(field, "value", field.text)
        for link in facts.links:
            force_setattr(link, "href", same(link.href, link.href))
            if link.text is not None:
                force_setattr(link, "text", same(link.text, link.text))
        for violation in result.violations:
            force_setattr(violation, "rule", same(violation.rule, violation.rule))
            force_setattr(violation, "path", facts.path)
            if violation.help is not None:
                force_setattr(violation, "help", same(violation.help, violation.help))
        return result
