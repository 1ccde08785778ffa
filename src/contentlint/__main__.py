"""Run contentlint as `python -m contentlint`."""

from contentlint.cli.main import entry

if __name__ == "__main__":
    entry()
