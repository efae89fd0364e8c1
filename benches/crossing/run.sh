#!/usr/bin/env bash
# What a call costs in each language, as a multiple of Rust: builds everything as it is shipped and prints one table. Half an hour the
# first time: each language's core is a build of its own.
#   benches/crossing/run.sh [python] [node] [swift]      all, unless named
# PROFILE=dev shows in minutes that everything runs and answers alike; its figures say nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PROFILE=${PROFILE:-release}
load() { echo "Load average $1, one minute: $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)" >&2; }
languages=("$@")
[ $# -gt 0 ] || languages=(python node swift)
for language in "${languages[@]}"; do
  case $language in
    swift) scripts/swift crossing >/dev/null ;;  # builds, the first time
    *) scripts/"$language" build >&2 ;;
  esac
done
cargo bench --quiet --profile "$PROFILE" --bench crossing --no-run
load before
{
  cargo bench --quiet --profile "$PROFILE" --bench crossing
  for language in "${languages[@]}"; do
    case $language in
      python) target/python/clean/bin/python benches/crossing/ask.py ;;
      node) node benches/crossing/ask.mjs ;;
      swift) scripts/swift crossing ;;
    esac
  done
} | grep '^{' | python3 benches/crossing/table.py
load after
