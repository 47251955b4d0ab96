# Stories and origins of the record of the examples, and the same whatever the order of ingestion.
expect 0 "Kazakhstan to join Abraham Accords" "$concord" stories --record "$db"
expect 0 '"independent_sources"' "$concord" stories --json --record "$db"
id=$("$concord" stories --json --record "$db" | grep -om1 '"story": "[0-9a-f]*' | grep -o '[0-9a-f]*$')
expect 0 "$(echo "$id" | head -c 12)" "$concord" story --record "$db" "$(echo "$id" | head -c 8)"
expect 0 '"former"' "$concord" story --json --record "$db" "$id"
expect 0 "Copies The Meridian Post" "$concord" origins --record "$db" kazakhstan-6-copy.txt
expect 0 "Is a digest of Levant Monitor" "$concord" origins --record "$db" kazakhstan-7-digest.txt
expect 0 "Own account" "$concord" origins --record "$db" nato-1-fjord.txt
expect 0 '"first_by": "time"' "$concord" origins --json --record "$db" kazakhstan-6-copy.txt
expect 3 "no story" "$concord" story --record "$db" 0123
expect 3 "no report" "$concord" origins --record "$db" nowhere.txt
expect 3 "no report of that time" "$concord" stories --record "$db" --known-by 1999
expect 2 "" "$concord" story
for command in stories story origins; do
  expect 0 "Example:" "$concord" $command --help
done

# Who retells whom is said wherever sources are counted.
expect 0 "Bayside Express (kazakhstan-6-copy.txt) copies The Meridian Post" "$concord" status --record "$db" Abraham
expect 0 "Retold, and so not counted" "$concord" why --record "$db" Abraham Kazakhstan
expect 0 "Who retells whom" "$concord" compare --record "$db" Abraham
expect 0 '"kind": "digest"' "$concord" status --json --record "$db" Abraham

# As of an earlier day the copy is not there yet.
"$concord" stories --json --record "$db" --known-by 2025-11-06 >"$dir/out"
result "$(grep -q kazakhstan-6-copy "$dir/out" || echo true)" "a report of the 7th is not known on the 6th"

# Every passage that is shown stands in both texts to the letter, at the place that is told.
"$concord" origins --json --record "$db" kazakhstan-6-copy.txt >"$dir/origins.json"
python3 - "$dir/origins.json" <<'PYTHON' && passages=true || passages=false
import json
import sys

found = json.load(open(sys.argv[1], encoding="utf-8"))
shown = 0
for link in found["links"]:
    for passage in link["passages"]:
        for side, report in (("here", found["report"]), ("there", link["report"])):
            text = open(report, encoding="utf-8", newline="").read()
            part = passage[side]
            assert text[part["start"]:part["end"]] == part["exact"], part
            shown += 1
assert shown > 0
PYTHON
result $passages "passages stand where they are told to stand"

ls examples/*.txt | shuf --random-source=<(yes 9) | xargs "$concord" ingest --record "$dir/shuffled.db" 2>/dev/null
for command in stories "origins kazakhstan-7-digest.txt"; do
  # shellcheck disable=SC2086
  "$concord" $command --json --record "$db" >"$dir/straight.json"
  # shellcheck disable=SC2086
  "$concord" $command --json --record "$dir/shuffled.db" >"$dir/other.json"
  result "$(cmp -s "$dir/straight.json" "$dir/other.json" && echo true)" "another order gives other $command"
done

# Generated copies and planted stories, where the tools of development are there.
eval_tool=$(dirname "$concord")/concord-eval
if [ -x "$eval_tool" ]; then
  for seed in 1 2 3; do
    tools/plant_stories test/stories/accounts.jsonl "$dir/planted" --seed $seed
    "$eval_tool" origins "$dir/planted" >"$dir/planted/found.jsonl"
    expect 0 "exact" tools/score_sources "$dir/planted" "$dir/planted/found.jsonl"
  done
  tools/make_copies test/stories/accounts.jsonl "$dir/copies-made"
  "$eval_tool" copies "$dir/copies-made" >"$dir/copies-made/found.jsonl"
  expect 0 "false alarms 0" tools/score_made_copies "$dir/copies-made"
fi
