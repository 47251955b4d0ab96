# The record is a fold: of shuffled reports, of two halves the other way round, by one thread or by
# two, twice over, it is the same to the byte.
everything() {
  "$concord" status --json --record "$1"
  for agreement in "Abraham Accords" NATO "High Seas Treaty" "Paris Agreement" CPTPP; do
    for command in status compare timeline brief; do
      "$concord" $command --json --record "$1" "$agreement"
    done
  done
  "$concord" quotes --json --record "$1"
  "$concord" stories --json --record "$1"
}
everything "$db" >"$dir/straight.json"
same_as_straight() {
  everything "$dir/other.db" >"$dir/other.json" 2>&1
  result "$(cmp -s "$dir/straight.json" "$dir/other.json" && echo true)" "$1 gives another record"
  rm -f "$dir/other.db"
}
for seed in 1 2 3; do
  ls examples/*.txt | shuf --random-source=<(yes "$seed") |
    xargs "$concord" ingest --record "$dir/other.db" 2>/dev/null
  same_as_straight "order $seed"
done
"$concord" ingest --threads 1 --record "$dir/other.db" examples 2>/dev/null
same_as_straight "one thread"
half=$(ls examples/*.txt | tail -9)
# shellcheck disable=SC2086
"$concord" ingest --threads 2 --record "$dir/other.db" $half 2>/dev/null
"$concord" ingest --threads 2 --record "$dir/other.db" examples 2>/dev/null
"$concord" ingest --threads 2 --record "$dir/other.db" examples 2>/dev/null
same_as_straight "the second half first, and some twice"
mkdir "$dir/copies"
for file in examples/*.txt; do cp "$file" "$dir/copies/z-$(basename "$file")"; done
"$concord" ingest --record "$dir/other.db" examples 2>/dev/null
"$concord" ingest --record "$dir/other.db" "$dir/copies" 2>/dev/null
everything "$dir/other.db" >"$dir/one.json"
rm -f "$dir/other.db"
"$concord" ingest --record "$dir/other.db" "$dir/copies" 2>/dev/null
"$concord" ingest --record "$dir/other.db" examples 2>/dev/null
everything "$dir/other.db" >"$dir/two.json"
result "$(cmp -s "$dir/one.json" "$dir/two.json" && echo true)" "files under two names give another record"
rm -f "$dir/other.db"
