"""The linter for content: front matter, links, SEO and Dutch in Markdown sites."""

__version__ = "0.1.0"
