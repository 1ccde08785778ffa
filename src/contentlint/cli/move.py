"""`contentlint move`."""

from pathlib import Path

import click

from contentlint.cli.options import config_option


@click.command("move", short_help="Move a page and mend every link to it.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--slug", help="Give the page this slug too.")
@click.option("--dry-run", is_flag=True, help="Say what would change, write nothing.")
@config_option
def command(old: Path, new: Path, slug: str | None, dry_run: bool, config_file: Path | None) -> None:  # noqa: FBT001
    """Move the page OLD to NEW: mend every link and related entry to it, and add a redirect where the site keeps them.

    Give the same path twice with --slug to change the URL only.
    """
    from contentlint.engine.move import plan_move
    from contentlint.engine.project import Project
    from contentlint.engine.targets import find_targets
    from contentlint.engine.write import write_atomically
    from contentlint.text import printable

    (targets,) = find_targets([old], config_file)
    project = Project(targets.config)
    root = project.root.resolve()
    source, target = (path.absolute().resolve().relative_to(root).as_posix() for path in (old, new))
    move = plan_move(project, source, target, slug)
    for path, data in sorted(move.files.items()):
        click.echo(f"{'would change' if dry_run else 'changed'} {printable(path)}")
        if not dry_run:
            (project.root / path).parent.mkdir(parents=True, exist_ok=True)
            write_atomically(project.root / path, data)
    if move.removed and not dry_run:
        (project.root / move.removed).unlink()
    links = f"{move.links} link{'' if move.links == 1 else 's'} mended"
    click.echo(f"{move.old_route} is now {move.new_route}; {links}" + _redirected(move.redirect))


def _redirected(file: str | None) -> str:
    return (
        f"; redirect added to {file}" if file else "; no redirect file found: redirect the old URL yourself"
    )
