"""The examples run and say what they promise."""

import runpy
import sqlite3
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "python"


def said_by(example: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What an example prints."""
    runpy.run_path(str(EXAMPLES / example), run_name="__main__")
    return capsys.readouterr().out


def test_a_due_time_shows_its_working(capsys: pytest.CaptureFixture[str]) -> None:
    said = said_by("due_time.py", capsys)
    assert said.startswith("opened Wed 30 Sep 16:30, due Sat 03 Oct 11:30 (tz database ")
    assert "holiday 2026-10-02" in said and "special day 2026-10-03" in said
    assert "Wed 30 Sep 18:00  paused, 3:30:00 left, due when it goes on\n" in said
    assert "Sat 03 Oct 10:00  running, 3:30:00 left, due 2026-10-05T02:30:00Z\n" in said
    assert "due      2026-10-05 10:30:00 +08:00\n" in said


def test_a_change_may_go_live_only_once_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert said_by("go_live.py", capsys).splitlines() == [
        "while web-1 is out, the shop is ok",
        "while orders is out, the shop is down",
        "the shop cannot lose ['orders']",
        "Mon 11:10  not yet (T-CHG-10): the command is legal in the record's state",
        "Mon 11:40  not yet (T-CHG-10): it begins inside its window; a baseline of the items was captured",
        "Fri 20:00  go",
    ]


def test_a_ticket_is_driven_beside_a_hosts_own_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "host.db"
    monkeypatch.setattr(sys, "argv", ["ticket_beside_sqlite.py", str(path)])
    said = said_by("ticket_beside_sqlite.py", capsys)
    assert "acknowledge  -> in_progress" in said
    assert "`incident.close` is refused by T-INC-09" in said
    assert said.endswith("the events fold to what the table holds: True\n")
    database = sqlite3.connect(path)
    kinds = [row[0] for row in database.execute("SELECT kind FROM ticket_event ORDER BY version")]
    assert kinds[0] == "incident.logged" and not any("closed" in kind for kind in kinds)
    assert database.execute("SELECT state FROM ticket").fetchall() == [("in_progress",)]
