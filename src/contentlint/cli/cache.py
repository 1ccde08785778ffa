"""`contentlint cache`."""

import click


@click.group("cache", short_help="Show or clear the cache.")
def command() -> None:
    """Show or clear the cache, which lies in `.contentlint_cache` beside the configuration."""


@command.command("info")
def info() -> None:
    """Show where the cache is and how large."""
    from contentlint.engine.cache import folder_of
    from contentlint.engine.targets import find_targets

    for targets in find_targets((), None):
        folder = folder_of(targets.config.root)
        sizes = (
            [file.stat().st_size for file in folder.glob("*") if file.is_file()] if folder.is_dir() else []
        )
        click.echo(f"{folder}: {len(sizes)} files, {sum(sizes) / 1_000_000:.1f} MB")


@command.command("clear")
def clear() -> None:
    """Remove the cache."""
    import shutil

    from contentlint.engine.cache import folder_of
    from contentlint.engine.targets import find_targets

    for targets in find_targets((), None):
        folder = folder_of(targets.config.root)
        shutil.rmtree(folder, ignore_errors=True)
        click.echo(f"{folder} removed")
