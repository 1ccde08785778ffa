"""Build the Jekyll test sites: `python -m scripts.oracles.jekyll_site` (Debian: jekyll, ruby-jekyll-redirect-from)."""

import subprocess

from scripts.oracles.built import Built, copy_site, run


def main() -> None:
    """Build one site with the default permalinks and one with its own."""
    version = subprocess.run(
        ["jekyll", "--version"], check=True, capture_output=True, text=True
    ).stdout.strip()
    for name in ("jekyll", "jekyll-pretty"):
        site = copy_site(name)
        run(["jekyll", "build", "--quiet", "--destination", "../out"], site)
        Built(name, version, site.parent / "out", base="/sub" if name == "jekyll" else "").write()


if __name__ == "__main__":
    main()
