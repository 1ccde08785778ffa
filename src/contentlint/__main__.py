"""Run contentlint as `python -m contentlint`."""

from contentlint.cli.main import main

if __name__ == "__main__":
    main()
