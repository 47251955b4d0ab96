# Every format is told by its content, not by its name, gives the same report, and leads back to its
# bytes; hostile files are refused in bounded time and memory.
formats=$dir/formats
hostile=$dir/hostile
mkdir "$formats" "$hostile"
python3 test/cli/make_inputs.py "$formats" formats
for name in page text.txt plain members single page-packed rss atom lines list jsonfeed ninjs newsml; do
  "$concord" intake "$formats/$name" >"$dir/out" 2>"$dir/err"
  result "$([ $? = 0 ] && echo true)" "intake of $name: $(head -1 "$dir/err")"
  for words in '"title":"Kenya signs the Paris Agreement"' 'signed the Paris Agreement on Tuesday' \
    'parliament would vote' '"source":{"path"'; do
    result "$(grep -qF "$words" "$dir/out" && echo true)" "$name without $words"
  done
  result "$(grep -q 'Home' "$dir/out" || echo true)" "$name has the page's menu"
done
for name in rss atom lines list jsonfeed ninjs newsml; do
  "$concord" intake "$formats/$name" >"$dir/out" 2>/dev/null
  result "$(grep -q '"published":"2023-04-04"' "$dir/out" && echo true)" "$name has no date"
done
# Every value with the place that tells it.
told_at() {
  "$concord" intake "$formats/$1" >"$dir/out" 2>/dev/null
  result "$(grep -o '"provenance":{.*},"text"' "$dir/out" | grep -qF -- "\"where\":\"$2\"" && echo true)" "$1: no value from $2"
}
told_at page h1
told_at text.txt "Kenya signs the Paris Agreement"
told_at rss pubDate
told_at atom published
told_at jsonfeed date_published
told_at ninjs versioncreated
told_at newsml versionCreated
expect 0 "2 records: 2 read" "$concord" intake "$formats/lines"
expect 0 "3 records: 1 read, 2 skipped (1 an answer 404, 1 request), 0 refused" "$concord" intake "$formats/plain"
expect 0 '"address":"https://quay.example/a"' "$concord" intake "$formats/members"
for name in members rss lines page newsml; do
  expect 0 '"title":"Kenya signs the Paris Agreement"' sh -c "'$concord' intake - <'$formats/$name'"
  expect 0 '"title":"Kenya signs the Paris Agreement"' sh -c "cat '$formats/$name' | '$concord' intake -"
done

# Into the record, twice and out of order: the same; and back to the bytes.
expect 0 "reports added" "$concord" ingest --record "$dir/f.db" "$formats"
expect 0 "0 reports added" "$concord" ingest --record "$dir/f.db" "$formats"
expect 0 "taken whole before" "$concord" ingest --record "$dir/f.db" "$formats/members"
expect 0 "places in archives, 0 faults" "$concord" check --record "$dir/f.db"
expect 0 '"positions"' "$concord" check --json --record "$dir/f.db"
sed -i 's/Kenya signed/Kenya voided/' "$formats/lines"
expect 5 "are not those that were read" "$concord" check --record "$dir/f.db"
rm "$formats/lines" "$formats/members"
expect 0 "lines: not there" "$concord" check --record "$dir/f.db"
expect 0 "Kenya" "$concord" status --record "$dir/f.db" "Paris Agreement"
python3 bench/interrupted_ingest.py "$concord" --pages 250 --kills 3 >"$dir/out" 2>&1
result "$(grep -q '"equal": true' "$dir/out" && echo true)" "killed three times: $(tail -1 "$dir/out")"

python3 test/cli/make_inputs.py "$hostile" hostile
# A program built with AddressSanitizer reserves terabytes: its memory cannot be bounded so.
address_kb=1500000
(ulimit -v $address_kb; "$concord" --version) >/dev/null 2>&1 || address_kb=unlimited
bounded() { (ulimit -v $address_kb; timeout 120 "$@"); }
expect 4 "16 MiB unpacked" bounded "$concord" intake "$hostile/bomb.html.gz"
expect 4 "larger than 16 MiB" bounded "$concord" intake "$hostile/attribute.html"
expect 0 "elements more than 512 deep" bounded "$concord" intake "$hostile/deep.html"
expect 4 "a line of 1073741824 bytes" bounded "$concord" intake "$hostile/gigabyte.jsonl"
expect 4 "no sound JSON" bounded "$concord" intake "$hostile/deep.json"
expect 0 "" bounded "$concord" intake "$hostile/cycle.atom"
result "$([ "$(wc -l <"$dir/out")" = 1 ] && echo true)" "a feed that names itself is read once"
bounded "$concord" intake "$hostile/deep.xml" >"$dir/out" 2>&1
result "$([ $? -le 4 ] && echo true)" "deep XML is read or refused"
"$concord" intake "$hostile/entities.xml" >"$dir/out" 2>&1
result "$(grep -qE 'root:|aaaaaaaaaa' "$dir/out" || echo true)" "entities are not followed"
expect 4 "6 records: 1 read, 2 skipped (2 no words), 3 refused (3 unreadable)" "$concord" intake "$hostile/nul.jsonl"
expect 4 '"title":"Kenya signs"' "$concord" intake "$hostile/nul.jsonl"
