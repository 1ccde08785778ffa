"""Configuration: `contentlint.toml` → settings, and which rules apply to which page."""
