"""`contentlint check`: standard output, standard error and exit code together."""

import json
import subprocess
import sys

import pytest

from conftest import Run, Write

CONFIG = '[routes]\npattern = "/{slug}"\n'
GRAS = """---
title: "Gras maaien in de zomer, zo doe je dat"
slug: gras
---
Zie [mos](/mos) en [klik hier](/heg).
"""
MOS = """---
title: "Mos bestrijden in de herfst, zo doe je dat"
slug: mos
---
Terug naar [het gras](/gras) en verder naar [de tulpen](/tulp).
"""
SITE = {"contentlint.toml": CONFIG, "content/gras.md": GRAS, "content/mos.md": MOS}
LINKS = ("check", "--select", "links/broken,links/text", "--no-cache")

TEXT = """\
content/gras.md
  5:32  error    '/heg' leads nowhere: nothing is served there  links/broken
     5 │ Zie [mos](/mos) en [klik hier](/heg).
       │                                ^^^^

  5:32  warning  'klik hier' does not say where the link leads: name the subject
                 of that page  links/text
     5 │ Zie [mos](/mos) en [klik hier](/heg).
       │                                ^^^^

content/mos.md
  5:57  error    '/tulp' leads nowhere: nothing is served there  links/broken
     5 │ Terug naar [het gras](/gras) en verder naar [de tulpen](/tulp).
       │                                                         ^^^^^

2 errors, 1 warning in 2 files (2 pages checked)
  by rule: links/broken 2, links/text 1
"""
CONCISE = """\
content/gras.md:5:32: error links/broken '/heg' leads nowhere: nothing is served there
content/gras.md:5:32: warning links/text 'klik hier' does not say where the link leads: name the subject of that page
content/mos.md:5:57: error links/broken '/tulp' leads nowhere: nothing is served there
2 errors, 1 warning in 2 files (2 pages checked)
"""


def test_text(run: Run) -> None:
    assert run(SITE, *LINKS) == (1, TEXT, "")


def test_concise(run: Run) -> None:
    assert run(SITE, *LINKS, "--format", "concise") == (1, CONCISE, "")


def test_json(run: Run) -> None:
    done = run(SITE, *LINKS, "--format", "json")
    found = json.loads(done.out)
    assert (done.code, done.err) == (1, "")
    assert found["version"] == 1
    assert found["summary"] == {
        "pages": 2, "errors": 2, "warnings": 1, "infos": 0, "suppressed": 0, "baselined": 0,
    }  # fmt: skip
    first = found["violations"][0]
    fingerprint = first.pop("fingerprint")
    assert first == {
        "rule": "links/broken", "severity": "error", "path": "content/gras.md",
        "line": 5, "column": 32, "end_line": 5, "end_column": 36,
        "message": "'/heg' leads nowhere: nothing is served there",
        "help": None, "related": [], "fix": None, "url": "/gras",
    }  # fmt: skip
    assert len(fingerprint) >= 16


def test_a_clean_site_is_silent_but_for_the_summary(run: Run) -> None:
    done = run(SITE, "check", "--select", "links/redirect", "--no-cache")
    assert done == (0, "All good: 2 pages checked\n", "")


def test_quiet_leaves_the_summary_out(run: Run) -> None:
    assert run(SITE, "check", "--select", "links/redirect", "--quiet", "--no-cache") == (0, "", "")


# --- which rules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        (["--select", "links/text"], {"links/text"}),
        (["--select", "links", "--ignore", "links/broken"], {"links/text"}),
        (["--select", "links/broken", "--extend-select", "links/text"], {"links/broken", "links/text"}),
        (["--select", "links/text,links/broken"], {"links/broken", "links/text"}),
        (["--select", "links/text", "--select", "links/broken"], {"links/broken", "links/text"}),
        (["--select", "links", "--ignore", "links"], set()),
        (["--select", "links/text", "--ignore", "links"], {"links/text"}),
    ],
)
def test_selection(run: Run, arguments: list[str], rules: set[str]) -> None:
    done = run(SITE, "check", *arguments, "--format", "json", "--min-severity", "warning", "--no-cache")
    assert {one["rule"] for one in json.loads(done.out)["violations"]} == rules


def test_per_file_ignores(run: Run) -> None:
    config = CONFIG + '\n[per-file-ignores]\n"content/g*.md" = ["links"]\n'
    done = run({**SITE, "contentlint.toml": config}, *LINKS, "--format", "concise", "--quiet")
    assert done.out == CONCISE.splitlines(keepends=True)[2]


def test_a_rule_can_be_given_another_severity(run: Run) -> None:
    config = CONFIG + '\n[rules."links/broken"]\nseverity = "info"\n'
    done = run({**SITE, "contentlint.toml": config}, *LINKS)
    assert done.code == 0
    assert "2 infos not shown (--min-severity info shows them)" in done.out


def test_an_option_of_a_rule(run: Run) -> None:
    config = CONFIG + '\n[rules."links/text"]\nvague = ["het gras"]\n'
    done = run({**SITE, "contentlint.toml": config}, "check", "--select", "links/text", "--format", "concise")
    assert done.out.startswith("content/mos.md:5:23: warning links/text 'het gras'")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--select", "links/brokn"],
            "no rule or group is called 'links/brokn'; did you mean 'links/broken'?",
        ),
        (["--ignore", "lnks"], "no rule or group is called 'lnks'; did you mean 'links'?"),
        (["--extend-select", "zzz"], "no rule or group is called 'zzz'; see 'contentlint rules'"),
        (["--format", "jsn"], "no format is called 'jsn'; did you mean 'json'?"),
        (["--config", "weg.toml"], "weg.toml"),
        (["nergens"], "nergens: does not exist"),
    ],
)
def test_arguments_that_must_be_mended(run: Run, arguments: list[str], message: str) -> None:
    done = run(SITE, "check", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize("arguments", [["--fail-on", "nooit"], ["--jobs", "veel"], ["--weg"]])
def test_arguments_that_click_refuses(run: Run, arguments: list[str]) -> None:
    done = run(SITE, "check", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "Error" in done.err


def test_an_unknown_command(run: Run) -> None:
    done = run(SITE, "chek")
    assert done.code == 2
    assert "did you mean 'check'?" in done.err


# --- exit codes and what is shown ------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_with_an_error(run: Run, level: str, code: int) -> None:
    assert run(SITE, *LINKS, "--fail-on", level).code == code


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_with_a_warning(run: Run, level: str, code: int) -> None:
    assert run(SITE, "check", "--select", "links/text", "--fail-on", level).code == code


def test_fail_on_in_the_configuration(run: Run) -> None:
    config = 'fail-on = "warning"\n' + CONFIG
    assert run({**SITE, "contentlint.toml": config}, "check", "--select", "links/text").code == 1


def test_what_is_not_shown_still_fails(run: Run) -> None:
    done = run(SITE, "check", "--select", "links/text", "--min-severity", "error", "--fail-on", "warning")
    assert done.code == 1
    assert "klik hier" not in done.out
    assert "1 warning not shown (--min-severity warning shows them)" in done.out


def test_min_severity_shows_infos(run: Run) -> None:
    arguments = ("check", "--select", "links/orphan", "--format", "concise", "--quiet")
    files = {"contentlint.toml": CONFIG, "content/gras.md": "# Gras\n", "content/mos.md": "# Mos\n"}
    assert run(files, *arguments).out == ""
    shown = run(files, *arguments, "--min-severity", "info").out
    assert [line.partition(":")[0] for line in shown.splitlines()] == ["content/gras.md", "content/mos.md"]


def test_statistics(run: Run) -> None:
    done = run(SITE, *LINKS, "--statistics")
    assert done.out.splitlines()[-5:-2] == [
        "  count  fixable  rule",
        "      2           links/broken",
        "      1           links/text",
    ]


# --- paths -----------------------------------------------------------------------------------------------


def test_paths_narrow_the_report_and_not_the_knowledge(run: Run) -> None:
    done = run(SITE, *LINKS, "content/mos.md", "--format", "concise")
    assert done.out == (
        "content/mos.md:5:57: error links/broken '/tulp' leads nowhere: nothing is served there\n"
        "1 error in 1 file (1 page checked)\n"
    )


def test_a_folder_and_a_file(run: Run) -> None:
    files = {**SITE, "content/tips/beuk.md": "[naar niets](/nergens)\n"}
    done = run(files, *LINKS, "content/tips", "content/gras.md", "--format", "concise", "--quiet")
    assert [line.split(":")[0] for line in done.out.splitlines()] == [
        "content/gras.md", "content/gras.md", "content/tips/beuk.md",
    ]  # fmt: skip


def test_from_a_folder_below_paths_can_be_clicked(write: Write) -> None:
    root = write(SITE)
    done = subprocess.run(
        [sys.executable, "-m", "contentlint", *LINKS, "--format", "concise", "mos.md"],
        capture_output=True, text=True, check=False, cwd=root / "content",
    )  # fmt: skip
    assert done.stdout.startswith("../content/mos.md:5:57: ")
    assert (done.returncode, done.stderr) == (1, "")


def test_a_folder_without_pages(run: Run) -> None:
    done = run({**SITE, "leeg/x.txt": ""}, *LINKS, "leeg")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: no pages found in leeg; pages end in .md, .markdown or .mdx\n"


def test_no_pages_says_where_it_looked(run: Run) -> None:
    done = run({"contentlint.toml": 'content = ["teksten"]\n', "content/gras.md": GRAS}, "check")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: no pages found in teksten under ")


# --- the terminal ----------------------------------------------------------------------------------------


def test_colours_only_when_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run(SITE, *LINKS).out
    assert "\x1b[" in run(SITE, *LINKS, "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run(SITE, *LINKS).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run(SITE, *LINKS).out


def test_content_is_never_markup_and_never_steers_the_terminal(run: Run) -> None:
    body = "[hier](/[bold]weg[/bold]) \x1b[31mrood\x1b[0m \u202eomgekeerd [hier](/a\x07b)\n"
    files = {"contentlint.toml": CONFIG, "content/gras.md": body}
    for form in ("text", "concise"):
        done = run(files, *LINKS, "--format", form)
        assert done.code == 1
        assert "'/[bold]weg[/bold]' leads nowhere" in done.out.replace("\n", " ")
        assert "\x1b" not in done.out
        assert "\x07" not in done.out
        assert "\u202e" not in done.out
    assert "\\x1b[31mrood" in run(files, *LINKS).out


def test_an_error_message_never_steers_the_terminal(run: Run) -> None:
    done = run(SITE, "check", "--select", "a\x1b[2Jb")
    assert done.code == 2
    assert "\x1b" not in done.err


# --- the same bytes every time ---------------------------------------------------------------------------


def test_the_same_bytes_whatever_the_jobs_and_the_cache(run: Run) -> None:
    pages = {f"content/p{n}.md": f"[weg](/weg-{n}) [klik hier](/p{n + 1})\n" for n in range(30)}
    files = {"contentlint.toml": CONFIG, **pages}
    arguments = ("check", "--format", "json", "--select", "all")
    first = run(files, *arguments, "--no-cache").out
    assert run(files, *arguments, "--jobs", "2", "--no-cache").out == first
    assert run(files, *arguments).out == first
    assert run(files, *arguments).out == first


def test_the_order_is_path_line_column_rule(run: Run) -> None:
    files = {
        "contentlint.toml": CONFIG,
        "content/b.md": "[hier](/x) [hier](/y)\n",
        "content/a.md": "[hier](/x)\n",
    }
    done = run(files, *LINKS, "--format", "json")
    found = [
        (one["path"], one["line"], one["column"], one["rule"]) for one in json.loads(done.out)["violations"]
    ]
    assert found == sorted(found)
    assert len(found) == 6


def test_a_report_in_a_file_and_one_on_the_screen(run: Run, write: Write) -> None:
    done = run(SITE, *LINKS, "--format", "json=uit/verslag.json", "--format", "concise")
    assert done.out == CONCISE
    assert json.loads((write({}) / "uit/verslag.json").read_text("utf-8"))["summary"]["errors"] == 2


# --- the configuration -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("config", "place", "message"),
    [
        ('talen = "nl"\n', "1:1", "unknown key 'talen'"),
        ('language = "nl"\nlanguge = "nl"\n', "2:1", "did you mean 'language'?"),
        ("[routes]\npatern = '/x'\n", "2:1", "did you mean 'pattern'?"),
        ('content = "content"\n', "1:1", "'content': expected a list, got a text"),
        ('[routes]\ntrailing-slash = "nevr"\n', "2:1", "did you mean 'never'?"),
        ('[[collections]]\nname = "a"\n[[collections]]\nrout = "/x"\nname = "b"\n', "4:1", "did you mean 'route'?"),
        ('[rules."links/brokn"]\nseverity = "info"\n', "1:1", "did you mean 'links/broken'?"),
        ('[rules."links/depth"]\nmx = 3\n', "2:1", "rule 'links/depth' has no option 'mx'"),
        ('[rules."links/depth"]\nmax = "drie"\n', "2:1", "option 'max' of rule 'links/depth'"),
        ('[rules."links/depth"]\nseverity = "erg"\n', "2:1", "'erg' is no severity; one of error, warning, info"),
        ('[per-file-ignores]\n"content/**" = ["lnks"]\n', "2:1", "no rule or group is called 'lnks'"),
        ('select = ["defalt"]\n', "1:1", "did you mean 'default'?"),
        ('exclude = ["[a"]\n', "1:1", "'[a' is not a glob"),
        ("language = \n", "1:12", "not valid TOML"),
        ('language = "nl"\nlanguage = "en"\n', "2:16", "not valid TOML"),
        ('[routes]\nredirects = ["weg.json"]\n', "2:1", "'weg.json' does not exist"),
        ('rule-folders = ["weg"]\n', "1:1", "'weg' is no folder"),
        ('[related.verder]\nby = "naam"\n', "2:1", "one of path, route, slug"),
        ("[related.verder]\nmin = -1\n", "2:1", "'related.verder.min'"),
        ('[[collections]]\nname = "a"\nschema = "weg.json"\n', "3:1", "schema 'weg.json'"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_configuration(run: Run, config: str, place: str, message: str) -> None:
    done = run({**SITE, "contentlint.toml": config}, "check")
    assert (done.code, done.out) == (2, "")
    assert f"contentlint.toml:{place}: " in done.err
    assert message in done.err


def test_pyproject(run: Run) -> None:
    files = {
        "pyproject.toml": '[project]\nname = "x"\n[tool.contentlint]\nlanguag = "nl"\n',
        "content/gras.md": GRAS,
    }
    done = run(files, "check")
    assert done.code == 2
    assert "pyproject.toml:4:1: unknown key 'languag'; did you mean 'language'?" in done.err


def test_without_a_configuration_it_works(run: Run) -> None:
    files = {"content/gras.md": GRAS.replace("/heg", "/mos"), "content/mos.md": MOS.replace("/tulp", "/gras")}
    assert run(files, "check", "--select", "links/broken").code == 0


def test_what_a_repository_says_of_its_packages_is_no_page(run: Run) -> None:
    names = ("packages/knop/README.md", "packages/css/kaart/README.md", "CHANGELOG.md", "GOVERNANCE.md")
    pages = (
        "packages/website/docs/README.md",
        "packages/docs/gids/README.md",
        "packages/knop/gids.md",
        "gids/README.md",
    )
    done = run(
        dict.fromkeys((*names, *pages), "Zie [dit](/weg).\n"), "check", "--select", "links/text", "--no-cache"
    )
    assert done == (0, f"All good: {len(pages)} pages checked\n", "")
