"""The settings of a project (SPEC §3); the JSON Schema for editors is generated from these types."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from contentlint.site.vocabulary import Collection, Framework, RelatedField, Routes

FailOn = Literal["error", "warning", "info", "never"]


class Settings(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """Everything that `contentlint.toml` or `[tool.contentlint]` can say."""

    language: Annotated[str, Meta(description="BCP 47 tag of the language that pages are written in")] = "nl"
    content: Annotated[tuple[str, ...], Meta(description="Folders or globs that hold pages")] = ()
    exclude: Annotated[tuple[str, ...], Meta(description="Globs of files that are left out")] = ()
    site_url: Annotated[str | None, Meta(description="Own host: absolute links to it are internal")] = None
    title_template: Annotated[str, Meta(description="What the template makes of a title")] = "{title}"
    framework: Annotated[Framework, Meta(description="Presets for routes")] = "auto"
    select: Annotated[tuple[str, ...], Meta(description="Groups, rules, 'default' or 'all'")] = ("default",)
    ignore: Annotated[tuple[str, ...], Meta(description="Groups or rules that are off")] = ()
    fail_on: FailOn = "error"
    routes: Routes | None = None
    collections: tuple[Collection, ...] = ()
    related: dict[str, RelatedField] | None = None
    rules: Annotated[dict[str, dict[str, Any]], Meta(description="Options and severity by rule")] = field(
        default_factory=dict
    )
    per_file_ignores: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="Rules or groups that are off for paths that a glob matches"),
    ] = field(default_factory=dict)
    rule_folders: Annotated[tuple[str, ...], Meta(description="Folders with rule files of your own")] = ()
