"""Says whether a journal, or one entry of it, is what a checkpoint says. It needs no database and nothing of the desk.

    python examples/python/verify.py CHECKPOINT [--journal FILE] [--entry FILE] [--proof FILE] [--before FILE] [--key KEY]

The checkpoint is the text that somebody kept, with its signatures or without. With `--journal` the whole journal is hashed again
(RFC 9162, 2.1.1); of an entry whose text a disposal has destroyed the line names the hash, and how many there are is said; with `--entry` and `--proof` one entry is (2.1.3.2); with `--before` and `--proof` nothing but two checkpoints is
needed (2.1.4.2). `--key` says whom to trust: without it nobody has checked who made the checkpoint. To check a signature takes the
package `cryptography`. The exit code is 0 when everything asked for holds, 1 when something does not, 2 when it could not be judged.
"""

import argparse
import base64
import binascii
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

import itsm
from itsm.documents import CheckpointAnswer, TreeHead

ED25519 = b"\x01"


class DoesNotHold(Exception):
    """What was looked at is not what was kept."""


class Key(NamedTuple):
    """Who is trusted: https://pkg.go.dev/golang.org/x/mod/sumdb/note, `name+hash+base64`."""

    name: str
    id: str
    public: bytes


def key(text: str) -> Key:
    name, _, rest = text.partition("+")
    id, _, encoded = rest.partition("+")
    try:
        public = base64.b64decode(encoded, validate=True)
    except binascii.Error as error:
        raise argparse.ArgumentTypeError(f"no key: {error}") from error
    hashed = hashlib.sha256(name.encode() + b"\n" + public).hexdigest()[:8]
    if not name or public[:1] != ED25519 or len(public) != 33 or hashed != id:
        raise argparse.ArgumentTypeError("no key of Ed25519 in the form `name+hash+base64`, or its hash is of another")
    return Key(name, id, public[1:])


def signers(note: str, keys: list[Key]) -> list[str]:
    """The names of those trusted who have signed a note."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        raise SystemExit(cannot("to check a signature takes the package `cryptography`, which is not installed")) from None
    read = itsm.read_note(note)
    signed = []
    for signature in read["signatures"]:
        for known in keys:
            if (known.name, known.id) == (signature["name"], signature["key_id"]):
                try:
                    public = Ed25519PublicKey.from_public_bytes(known.public)
                    public.verify(bytes.fromhex(signature["signature"]), read["text"].encode())
                except InvalidSignature:
                    raise DoesNotHold(f"the signature of `{known.name}` is not of this text") from None
                signed.append(known.name)
    if not signed:
        raise DoesNotHold("nobody who is trusted has signed it")
    return signed


def opened(text: str, keys: list[Key]) -> CheckpointAnswer:
    """A checkpoint, signed by whom it has to be."""
    if not keys and "\n\n" not in text:
        return itsm.read_checkpoint(text)
    checkpoint = itsm.read_checkpoint(itsm.read_note(text)["text"])
    for name in signers(text, keys) if keys else []:
        say("holds", f"signed by {name}")
    return checkpoint


# What stays of an entry of a record that was disposed of; no event is written so.
TEXT = rb'"(?:[^"\\]|\\.)*"'
GONE = re.compile(
    rb'{"gone":{(?:"command":%(t)s,)?"disposal":%(t)s,"leaf":"([0-9a-f]{64})","stream":%(t)s,"version":[0-9]+},"index":[0-9]+}'
    % {b"t": TEXT}
)


def leaf(entry: bytes) -> bytes:
    if gone := GONE.fullmatch(entry):
        return bytes.fromhex(gone[1].decode())
    return hashlib.sha256(b"\x00" + entry).digest()


def root(entries: list[bytes]) -> bytes:
    """The hash of a tree: RFC 9162, 2.1.1. Kept apart from the library on purpose."""
    level = [leaf(entry) for entry in entries]
    if not level:
        return hashlib.sha256(b"").digest()
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\x01" + a + b).digest() for a, b in zip(level[::2], level[1::2], strict=False)]
        level = pairs + level[len(level) - len(level) % 2 :]
    return level[0]


def same_root(entries: list[bytes], head: TreeHead) -> None:
    if len(entries) < head["size"]:
        raise DoesNotHold(f"the journal has {len(entries)} entries, the checkpoint {head['size']}")
    found = root(entries[: head["size"]]).hex()
    if found != head["root"]:
        raise DoesNotHold(f"the first {head['size']} entries have the root {found}, not {head['root']}")
    say("holds", f"the first {head['size']} entries of the journal are those of the checkpoint")


def judge(asked: argparse.Namespace) -> None:
    """Looks at everything that the files allow, and stops at what does not hold."""
    checkpoint = opened(asked.checkpoint.read_text(encoding="utf-8"), asked.key)
    head = checkpoint["head"]
    say("note", f"a checkpoint of {checkpoint['origin']} about {head['size']} entries")
    proof: Any = json.loads(asked.proof.read_bytes()) if asked.proof else None
    entries = None
    if asked.journal:
        entries = [line for line in asked.journal.read_bytes().replace(b"\r\n", b"\n").split(b"\n") if line]
        same_root(entries, head)
        if gone := sum(1 for entry in entries if GONE.fullmatch(entry)):
            say("note", f"of {gone} entries the text is gone: that disposals took them, whoever folds the journal can tell")
        if later := len(entries) - head["size"]:
            say("note", f"{later} entries came after the checkpoint, which says nothing about them")
    if asked.before:
        before = opened(asked.before.read_text(encoding="utf-8"), asked.key)
        if before["origin"] != checkpoint["origin"]:
            raise DoesNotHold(f"the older checkpoint is of {before['origin']}")
        if entries is not None:
            same_root(entries, before["head"])
        if proof:
            itsm.verify_consistency(proof, before["head"], head)
        if before["head"]["size"] > head["size"]:
            raise DoesNotHold("the older checkpoint is of the larger journal")
        say("holds", f"the {head['size']} entries begin with the {before['head']['size']} of before, unchanged")
    elif proof:
        if asked.entry:
            entry = asked.entry.read_bytes().rstrip(b"\r\n")
        elif entries is not None and isinstance(index := proof.get("index"), int) and 0 <= index < len(entries):
            entry = entries[index]
            if GONE.fullmatch(entry):
                raise DoesNotHold(f"the text of entry {index} is gone: only who has kept it can prove it")
        else:
            raise DoesNotHold("there is no such entry")
        itsm.verify_inclusion(entry, proof, head)
        say("holds", f"the entry stands at index {proof['index']} of {head['size']}, unchanged")
    if not asked.key:
        say("note", "nobody has checked who made it: name a --key")


def say(what: str, words: str) -> None:
    """One line; what it quotes cannot move the cursor of a terminal."""
    print(f"{what:7} " + "".join(letter if letter.isprintable() else "\ufffd" for letter in words))


def cannot(words: str) -> int:
    print(f"verify: {words}", file=sys.stderr)
    return 2


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="verify", allow_abbrev=False)
    parser.add_argument("checkpoint", type=Path, help="the text that was kept")
    for option in ("journal", "entry", "proof", "before"):
        parser.add_argument(f"--{option}", type=Path, metavar="FILE")
    parser.add_argument("--key", type=key, action="append", default=[], help="who must have signed: name+hash+base64")
    asked = parser.parse_args(words)
    if not (asked.journal or asked.entry or asked.before or (asked.key and not asked.proof)):
        parser.error("one of --journal, --entry, --before and --key is needed: alone it proves nothing")
    if asked.entry and (not asked.proof or asked.before):
        parser.error("--entry goes with --proof and without --before")
    if asked.before and not (asked.proof or asked.journal):
        parser.error("--before goes with --proof or --journal")
    try:
        judge(asked)
    except OSError as error:
        return cannot(str(error))
    except (DoesNotHold, itsm.ItsmError, ValueError) as error:
        say("FAILS", str(error))
        print("it does not hold: this is not what was kept")
        return 1
    print("everything asked for holds; whether what was typed in is true, no proof can say")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
