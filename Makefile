# Every command that the README names, and no other.
.PHONY: demo test readers python node swift lint bench crossing peers fuzz nightly

SECONDS ?= 30

demo:            ## a week at the service desk of a virtual company, kept in a file
	cargo run --quiet --release --example demo -- --file target/demo.db $(DEMO)

test:            ## everything that must hold, from a machine with nothing but Rust
	scripts/setup
	scripts/postgres cargo test --workspace --all-features --no-fail-fast

readers:         ## DuckDB and DataFusion read what is exported, from their wheels
	scripts/readers

python:          ## the Python package: its wheel, types and tests
	scripts/python

node:            ## the Node package: its addon, types and tests
	scripts/node

swift:           ## the Swift package: its library, types, tests and examples
	scripts/swift

lint:            ## format, lints, docs, dependencies
	scripts/lint

bench:           ## how fast, on this machine
	cargo bench

crossing:        ## what a call costs in Python, Node and Swift, as a multiple of Rust
	benches/crossing/run.sh

peers:           ## how fast beside others, from one run
	benches/peers/run.sh

fuzz:            ## hostile input, SECONDS for each target
	scripts/fuzz $(SECONDS)

nightly:         ## the long suites
	ITSM_NIGHTLY=1 scripts/postgres cargo test --workspace --all-features --no-fail-fast --release
	scripts/fuzz 600
