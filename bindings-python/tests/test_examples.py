"""The examples run and say what they promise."""

import runpy
import sqlite3
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "python"


def test_a_ticket_is_driven_beside_a_hosts_own_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "host.db"
    monkeypatch.setattr(sys, "argv", ["ticket_beside_sqlite.py", str(path)])
    runpy.run_path(str(EXAMPLES / "ticket_beside_sqlite.py"), run_name="__main__")
    said = capsys.readouterr().out
    assert "acknowledge  -> in_progress" in said
    assert "`incident.close` is refused by T-INC-09" in said
    assert said.endswith("the events fold to what the table holds: True\n")
    database = sqlite3.connect(path)
    kinds = [row[0] for row in database.execute("SELECT kind FROM ticket_event ORDER BY version")]
    assert kinds[0] == "incident.logged" and not any("closed" in kind for kind in kinds)
    assert database.execute("SELECT state FROM ticket").fetchall() == [("in_progress",)]
