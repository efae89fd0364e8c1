#!/bin/sh
# Builds, fetches the Python peers into `.venv`, asks all of them the same questions and prints one table.
set -eu
cd "$(dirname "$0")"
cargo build --quiet --release
if [ ! -x .venv/bin/python ]; then
    python3 -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
fi
./target/release/itsm-peers | .venv/bin/python peers.py
