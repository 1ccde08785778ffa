"""`contentlint`: the process around the command line, and the one place where errors become exit codes."""

import gc
import os
import sys
from typing import NoReturn

from contentlint import __version__
from contentlint.errors import ExitCode, UserError


def entry() -> NoReturn:
    """Run the command line and end the process at once, as mypy does: freeing all pages takes Python half a second.

    Where a worker is left, or the output cannot be written, Python ends as it always does.
    """
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and not _has_workers() and _is_written():
            os._exit(end.code)
        raise


def _has_workers() -> bool:
    return "multiprocessing" in sys.modules and bool(sys.modules["multiprocessing"].active_children())


def _is_written() -> bool:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True


def main() -> NoReturn:
    """Run the command line and exit."""
    gc.disable()  # a run is short and makes hardly any cycle: looking for them took a quarter of the time
    import click  # even its import takes a tenth less then

    from contentlint.cli.group import cli

    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else ExitCode.OK)
    except click.exceptions.Abort:
        _fail("interrupted", ExitCode.INTERRUPTED)
    except KeyboardInterrupt:
        _fail("interrupted", ExitCode.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USER_ERROR)
    except UserError as error:
        _fail(f"error: {error}", ExitCode.USER_ERROR)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(ExitCode.OK)
    except Exception:  # noqa: BLE001 - whatever is left is our bug, and is told as one
        _report_bug()


def _fail(message: str, code: ExitCode) -> NoReturn:
    import click

    from contentlint.text import printable

    click.echo(printable(message), err=True)
    sys.exit(code)


def _report_bug() -> NoReturn:
    import platform
    import traceback

    import click

    click.echo("contentlint has a bug; nothing is wrong with your content. Please report this:\n", err=True)
    click.echo(
        f"contentlint {__version__}, Python {platform.python_version()}, {platform.system()}", err=True
    )
    click.echo("".join(traceback.format_exc()), err=True)
    sys.exit(ExitCode.BUG)
