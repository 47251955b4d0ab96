# The two commands:   make run    install what is missing, build, read the examples, show the record
#                     make test   install what is missing, build with sanitizers, run every test
# And: make build (the optimised program at build/concord), make tools (build/concord-train and
#      build/concord-eval), make bench, make check (the long rest), make format, make clean
.PHONY: run test build tools bench check format tidy setup clean
.DEFAULT_GOAL := run

JOBS ?= $(shell nproc)
RECORD := build/examples.db

setup:
	@tools/setup

build: setup
	@cmake --preset release >build-release.log 2>&1 || { cat build-release.log; exit 1; }
	@rm -f build-release.log
	@cmake --build --preset release --parallel $(JOBS) --target concord
	@cp -f build/release/concord build/concord

tools: setup
	@cmake --preset release -DCMAKE_MESSAGE_LOG_LEVEL=WARNING
	@cmake --build --preset release --parallel $(JOBS) --target concord-train concord-eval
	@cp -f build/release/concord-train build/release/concord-eval build/

run: build
	@rm -f $(RECORD)
	@build/concord ingest --record $(RECORD) examples
	@tools/show $(RECORD)

test: setup tidy
	@cmake --preset asan -DCMAKE_MESSAGE_LOG_LEVEL=WARNING
	@cmake --build --preset asan --parallel $(JOBS)
	@ctest --test-dir build/asan --output-on-failure --parallel $(JOBS)

bench: setup
	@cmake --preset release -DCONCORD_BENCH=ON
	@cmake --build --preset release --parallel $(JOBS)
	@build/release/concord_bench
	@build/release/news_bench
	@build/release/parse_bench

# Everything that is too long for every change: the tests without sanitizers, races, clang-tidy, fuzzing,
# benches, gold floors.
check: build test bench
	@tools/check

tidy:
	@python3 tools/tidy.py

format: setup
	@clang-format-14 -i src/*/*.h src/*/*.cc bench/*.cc fuzz/*.cc

clean:
	rm -rf build
