"""`links/external` from configuration to violation, against a real server on loopback."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from contentlint.config.load import load_config
from contentlint.engine.project import Project, Selection
from contentlint.engine.run import run
from contentlint.errors import UserError
from engine.probe.server import Server, serving

RULE = Selection(select=("links/external",))
CONFIG = '[rules."links/external"]\nallow-private = true\ntimeout = 1.0\nrate = 200.0\nretries = 1\n'


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def project(root: Path, *urls: str, config: str = CONFIG) -> Project:
    (root / "contentlint.toml").write_text(config, "utf-8")
    lines = "".join(f"- [naar {number}](<{url}>)\n" for number, url in enumerate(urls))
    (root / "pagina.md").write_text(f"# Kop\n\n{lines}", "utf-8")
    return Project(load_config(root / "contentlint.toml", root), RULE)


def messages(root: Path, *urls: str, config: str = CONFIG) -> list[str]:
    found = run(project(root, *urls, config=config)).violations
    return [f"{one.line}: {one.message}" for one in found]


@pytest.mark.parametrize(
    "path",
    ["200", "204", "401", "403", "429", "999", "400", "geen-head", "naar/200", "koekje", "even-stuk", "200#deel"],
)  # fmt: skip
def test_what_says_nothing_against_a_link(tmp_path: Path, server: Server, path: str) -> None:
    assert messages(tmp_path, f"{server.url}/{path}") == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("404", "answers 404 (Not Found)"),
        ("410", "answers 410 (Gone)"),
        ("500", "answers 500 (Internal Server Error)"),
        ("naar/404", "answers 404 (Not Found)"),
        ("kring", "redirects in a circle"),
        ("afgebroken", "there is no connection"),
        ("traag", "does not answer in 1 seconds"),
        ("druppel", "does not answer in 1 seconds"),
    ],
)
def test_what_is_dead(tmp_path: Path, server: Server, path: str, said: str) -> None:
    (message,) = messages(tmp_path, f"{server.url}/{path}")
    assert message.startswith("3: ")
    assert said in message


def test_a_place_is_reported_once_each_and_a_url_asked_once(tmp_path: Path, server: Server) -> None:
    url = f"{server.url}/404"
    found = messages(tmp_path, url, url + "#deel", url)
    assert [message.partition(":")[0] for message in found] == ["3", "4", "5"]
    assert server.asked == {"HEAD /404": 1, "GET /404": 1}


def test_private_addresses_are_not_asked_unless_allowed(tmp_path: Path, server: Server) -> None:
    config = CONFIG.replace("allow-private = true\n", "")
    port = server.server_address[1]
    urls = (f"{server.url}/404", f"http://[::1]:{port}/404", f"http://[::ffff:127.0.0.1]:{port}/404")
    assert messages(tmp_path, *urls, config=config) == []
    assert not server.asked


def test_a_dead_host_costs_one_time_out(tmp_path: Path, server: Server) -> None:
    started = time.monotonic()
    urls = [f"{server.url}/traag/{number}" for number in range(10)]
    assert len(messages(tmp_path, *urls)) == len(urls)
    assert time.monotonic() - started < 4
    assert sum(server.asked.values()) == 2


def test_a_port_where_nobody_listens(tmp_path: Path, server: Server) -> None:
    url = server.url
    server.server_close()
    (message,) = messages(tmp_path, f"{url}/")
    assert "there is no connection" in message


def test_a_server_without_a_certificate_for_https(tmp_path: Path, server: Server) -> None:
    (message,) = messages(tmp_path, server.url.replace("http:", "https:"))
    assert "certificate" in message or "no connection" in message


def test_a_host_is_asked_no_faster_than_its_rate(tmp_path: Path, server: Server) -> None:
    config = CONFIG.replace("200.0", "20.0")
    assert messages(tmp_path, *(f"{server.url}/200/{n}" for n in range(6)), config=config) == []
    gaps = [later - sooner for sooner, later in zip(server.times, server.times[1:], strict=False)]
    assert sum(gaps) > 0.2


def test_retry_after_is_heeded(tmp_path: Path, server: Server) -> None:
    assert messages(tmp_path, f"{server.url}/even-stuk/1") == []
    assert server.times[-1] - server.times[0] > 0.9


def test_a_server_that_asks_for_too_much_time_is_not_asked_again(tmp_path: Path, server: Server) -> None:
    started = time.monotonic()
    assert len(messages(tmp_path, f"{server.url}/even-stuk/3600")) in (0, 1)
    assert time.monotonic() - started < 4


def test_lasting_answers_are_kept_and_others_asked_again(tmp_path: Path, server: Server) -> None:
    urls = (f"{server.url}/200", f"{server.url}/404", f"{server.url}/500")
    first = run(project(tmp_path, *urls), use_cache=True).violations
    kept = json.loads((tmp_path / ".contentlint_cache/external.json").read_text("utf-8"))
    assert sorted(kept) == sorted(urls[:2])
    asked = server.asked.copy()
    assert run(project(tmp_path, *urls), use_cache=True).violations == first
    assert {path.split()[1] for path in server.asked - asked} == {"/500"}
    config = CONFIG + "cache-hours = 0.0\n"
    run(project(tmp_path, *urls, config=config), use_cache=True)
    assert server.asked["HEAD /200"] == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}', "\x00"])
def test_a_damaged_cache_is_a_miss(tmp_path: Path, server: Server, text: str) -> None:
    one = project(tmp_path, f"{server.url}/404")
    (tmp_path / ".contentlint_cache").mkdir()
    (tmp_path / ".contentlint_cache/external.json").write_text(text, "utf-8")
    assert len(run(one, use_cache=True).violations) == 1


def test_names_for_examples_templates_and_what_is_excluded_are_left_alone(
    tmp_path: Path, server: Server
) -> None:
    config = CONFIG + f'exclude = ["{server.url}/4*"]\n'
    urls = (
        "https://www.example.com/",
        "https://shop.test/",
        f"{server.url}/404",
        "https://{{ host }}/a",
        "mailto:a@b.nl",
    )
    assert messages(tmp_path, *urls, config=config) == []


@pytest.mark.parametrize(
    "url", ["http://", "http://a b/", "http://[::1", "https://xn--/", "http://" + "a" * 300 + ".nl/"]
)
def test_what_is_no_url_crashes_nothing(tmp_path: Path, url: str) -> None:
    assert run(project(tmp_path, url)).faults == ()


@pytest.mark.parametrize("target", ["mailto:a@b.nl", "http://[", "itms-apps://x/y", "//"])
def test_a_redirect_to_no_web_page_crashes_nothing(tmp_path: Path, server: Server, target: str) -> None:
    assert run(project(tmp_path, f"{server.url}/buiten/{target}")).faults == ()


def test_all_selects_no_network(tmp_path: Path, server: Server) -> None:
    made = project(tmp_path, f"{server.url}/404")
    run(Project(made.config, Selection(select=("all",))))
    run(Project(made.config, Selection(select=("links",))))
    assert not server.asked


def test_without_httpx_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contentlint.engine.probe.find_spec", lambda _: None)
    with pytest.raises(UserError, match=r"contentlint\[external\]"):
        run(project(tmp_path, "https://www.python.org/"))
