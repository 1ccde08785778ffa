"""A file that is being written is either old or new, whatever happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

WRITER = """
import sys
from pathlib import Path
from contentlint.engine.write import write_atomically
file = Path(sys.argv[1])
number = 0
while True:
    number += 1
    write_atomically(file, (str(number % 10) * 200_000).encode())
"""


def test_killing_the_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "pagina.md"
    file.write_bytes(b"0" * 200_000)
    for pause in (0.15, 0.2, 0.25, 0.3):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)]) as writer:
            time.sleep(pause)
            os.kill(writer.pid, signal.SIGKILL)
        data = file.read_bytes()
        assert len(data) == 200_000
        assert len(set(data)) == 1


def test_the_mode_of_a_file_and_a_link_to_it_stay(tmp_path: Path) -> None:
    from contentlint.engine.write import write_atomically

    file, link = tmp_path / "echt.md", tmp_path / "link.md"
    file.write_bytes(b"oud")
    file.chmod(0o640)
    link.symlink_to(file)
    write_atomically(link, b"nieuw")
    assert link.is_symlink()
    assert file.read_bytes() == b"nieuw"
    assert file.stat().st_mode & 0o777 == 0o640
