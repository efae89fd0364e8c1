"""The stand-alone verifier of the examples: what was kept holds, and nothing else does."""

import base64
import hashlib
import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import VECTORS
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import itsm

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "python" / "verify.py"
ORIGIN = "example.com/desk"
SECRET = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
PUBLIC = b"\x01" + SECRET.public_key().public_bytes_raw()
KEY_ID = hashlib.sha256(ORIGIN.encode() + b"\n" + PUBLIC).digest()[:4]
KEY = f"{ORIGIN}+{KEY_ID.hex()}+{base64.b64encode(PUBLIC).decode()}"

Verify = Callable[..., tuple[int, str]]


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str]) -> Verify:
    main = runpy.run_path(str(EXAMPLE))["main"]

    def asked(*words: object) -> tuple[int, str]:
        try:
            exit = main([str(word) for word in words])
        except SystemExit as error:
            exit = error.code
        said = capsys.readouterr()
        return exit, said.out + said.err

    return asked


@pytest.fixture
def kept(tmp_path: Path, journal: str) -> Path:
    """A folder with what somebody kept: a signed checkpoint, an older one, the journal, an entry, the proofs."""
    system = itsm.ServiceManagementSystem.replay(journal)
    entries = journal.split("\n")[:-1]
    older = itsm.ServiceManagementSystem.replay("".join(line + "\n" for line in entries[:100]))

    def signed(text: str) -> str:
        signature = base64.b64encode(KEY_ID + SECRET.sign(text.encode())).decode()
        return f"{text}\n\u2014 {ORIGIN} {signature}\n"

    files: dict[str, Any] = {
        "checkpoint": signed(system.checkpoint(ORIGIN)),
        "plain": system.checkpoint(ORIGIN),
        "before": signed(older.checkpoint(ORIGIN)),
        "journal": journal,
        "entry": entries[41] + "\n",
        "inclusion": json.dumps(system.inclusion_proof(41, len(entries))),
        "consistency": json.dumps(system.consistency_proof(100, len(entries))),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_entries_whose_text_is_gone_are_counted(tmp_path: Path, verify: Verify) -> None:
    lines = (VECTORS / "journal-gone.jsonl").read_text(encoding="utf-8")
    system = itsm.ServiceManagementSystem.replay(lines)
    kept, journal, proof = (tmp_path / name for name in ("checkpoint", "journal", "proof"))
    kept.write_text(system.checkpoint(ORIGIN), encoding="utf-8")
    journal.write_text(lines, encoding="utf-8")
    code, said = verify(kept, "--journal", journal)
    assert (code, "of 4 entries the text is gone" in said) == (0, True), said
    place = next(place for place, line in enumerate(lines.split("\n")) if line.startswith('{"gone"'))
    proof.write_text(json.dumps(system.inclusion_proof(place, len(system))), encoding="utf-8")
    code, said = verify(kept, "--journal", journal, "--proof", proof)
    assert (code, f"the text of entry {place} is gone" in said) == (1, True), said


def test_what_was_kept_holds(kept: Path, verify: Verify) -> None:
    checkpoint = kept / "checkpoint"
    for words, said in (
        (("--journal", kept / "journal"), "the first 455 entries of the journal are those of the checkpoint"),
        (("--entry", kept / "entry", "--proof", kept / "inclusion"), "the entry stands at index 41 of 455, unchanged"),
        (("--journal", kept / "journal", "--proof", kept / "inclusion"), "the entry stands at index 41 of 455, unchanged"),
        (("--before", kept / "before", "--proof", kept / "consistency"), "the 455 entries begin with the 100 of before"),
        (("--before", kept / "before", "--journal", kept / "journal"), "the 455 entries begin with the 100 of before"),
    ):
        exit, out = verify(checkpoint, *words, "--key", KEY)
        assert exit == 0 and said in out and f"signed by {ORIGIN}" in out and "FAILS" not in out, out
        exit, out = verify(checkpoint, *words)
        assert exit == 0 and "name a --key" in out, out
    assert verify(checkpoint, "--key", KEY)[0] == 0
    assert verify(kept / "plain", "--journal", kept / "journal")[0] == 0


def test_what_was_altered_does_not(kept: Path, verify: Verify) -> None:
    def altered(name: str, change: Callable[[str], str]) -> Path:
        path = kept / f"altered-{name}"
        path.write_text(change((kept / name).read_text(encoding="utf-8")), encoding="utf-8")
        return path

    checkpoint, key = kept / "checkpoint", ("--key", KEY)
    other = f"{ORIGIN}+{hashlib.sha256(ORIGIN.encode() + chr(10).encode() + bytes([1]) * 33).hexdigest()[:8]}+" + base64.b64encode(
        bytes([1]) * 33
    ).decode()
    for words in (
        (checkpoint, "--journal", altered("journal", lambda text: text.replace("2026", "2025", 1)), *key),
        (checkpoint, "--journal", altered("journal", lambda text: text[: len(text) // 2]), *key),
        (checkpoint, "--entry", altered("entry", lambda text: text.replace('"index":41', '"index":42')), "--proof", kept / "inclusion"),
        (checkpoint, "--entry", kept / "entry", "--proof", altered("inclusion", lambda text: text.replace("41", "42"))),
        (checkpoint, "--before", kept / "before", "--proof", kept / "inclusion"),
        (altered("checkpoint", lambda text: text.replace("\n455\n", "\n454\n")), *key),
        (kept / "plain", *key),
        (checkpoint, "--key", other),
        (kept / "before", "--before", checkpoint, "--journal", kept / "journal"),
    ):
        exit, out = verify(*words)
        assert exit == 1 and "FAILS" in out and out.endswith("not what was kept\n"), (words, out)


def test_what_cannot_be_judged_says_why(kept: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    checkpoint = kept / "checkpoint"
    assert verify(checkpoint)[0] == 2
    assert verify(checkpoint, "--journal", kept / "nowhere")[0] == 2
    assert verify(checkpoint, "--key", KEY.replace("+", "+0", 1))[0] == 2
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    exit, out = verify(checkpoint, "--key", KEY)
    assert exit == 2 and "`cryptography`, which is not installed" in out
    assert verify(checkpoint, "--journal", kept / "journal")[0] == 0


def test_the_example_hashes_as_the_vectors_do(journal: str) -> None:
    root = runpy.run_path(str(EXAMPLE))["root"]
    entries = [line.encode() for line in (VECTORS / "journal.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    system = itsm.ServiceManagementSystem.replay(journal)
    assert root(entries).hex() == itsm.read_checkpoint(system.checkpoint(ORIGIN))["head"]["root"]
    assert root([]).hex() == itsm.read_checkpoint(itsm.ServiceManagementSystem().checkpoint(ORIGIN))["head"]["root"]
