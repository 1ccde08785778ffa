"""Rules: Markdown files under `rules/<group>/<name>.md` that name a check, its options and its message."""
