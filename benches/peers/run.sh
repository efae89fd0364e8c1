#!/bin/sh
# Builds, fetches the Python peers into `target/venv`, asks all of them the same questions and prints one table about time and one
# about graphs. `run.sh graphs` prints the second alone.
set -eu
cd "$(dirname "$0")"
cargo build --quiet --release
venv=target/venv
if ! cmp -s requirements.txt "$venv/installed.txt"; then
    python3 -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r requirements.txt
    cp requirements.txt "$venv/installed.txt"
fi
echo "Load average before, one minute: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)" >&2
[ "${1:-}" = graphs ] || ./target/release/itsm-peers | "$venv/bin/python" peers.py
./target/release/graphs target | "$venv/bin/python" graphs.py
echo "Load average after, one minute: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)" >&2
