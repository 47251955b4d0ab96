# Every command on the record of the examples, and what it says when there is nothing to say.
db=$dir/r.db
expect 0 "18 reports added" "$concord" ingest --record "$db" examples
cp "$db" "$dir/before.db"
expect 0 "0 reports added to $db, 18 already there" "$concord" ingest --record "$db" examples
result "$(cmp -s "$db" "$dir/before.db" && echo true)" "the same bytes twice change nothing"

expect 0 "Abraham Accords" "$concord" status --record "$db"
expect 0 "As of" "$concord" status --record "$db" "abraham accords"
expect 0 '"independent_sources"' "$concord" status --json --record "$db" Abraham
expect 0 "Comprehensive and Progressive" "$concord" status --record "$db" CPTPP
expect 0 "Decided by" "$concord" why --record "$db" "Abraham Accords" Kazakhstan
expect 0 "United Arab Emirates and the Abraham Accords" "$concord" why --record "$db" Abraham UAE
expect 0 '"rule"' "$concord" why --json --record "$db" Abraham KAZ
expect 0 "where the sources differ" "$concord" compare --record "$db" "Abraham Accords"
expect 0 '"questions"' "$concord" compare --json --record "$db" "Abraham Accords"
expect 0 "4 Apr 2023" "$concord" timeline --record "$db" NATO
expect 0 '"entries"' "$concord" timeline --json --record "$db" NATO
expect 0 "Kristersson" "$concord" quotes --record "$db" --speaker Kristersson
expect 0 '"speaker"' "$concord" quotes --json --record "$db"
expect 0 "## Sources" "$concord" brief --record "$db" "Abraham Accords"
expect 0 '"comparison"' "$concord" brief --json --record "$db" "Abraham Accords"
expect 0 "0 faults" "$concord" check --record "$db"
expect 0 '"faults": []' "$concord" check --json --record "$db"
expect 0 '"type":"claim"' "$concord" read --format jsonl examples/nato-1-fjord.txt
expect 0 "Finland" "$concord" read --format table examples/nato-1-fjord.txt
expect 0 '"report":"-"' sh -c "'$concord' read --format jsonl - <examples/nato-1-fjord.txt"
expect 0 "Abraham" env CONCORD_RECORD="$db" "$concord" status
expect 0 "0.1.0" "$concord" --version
expect 0 "Name=B-LOC" "$concord" parse examples/nato-1-fjord.txt
expect 0 '"upos":"PROPN"' "$concord" parse --format json examples/nato-1-fjord.txt
expect 0 '"deprel":"root"' sh -c "'$concord' parse --json - <examples/nato-1-fjord.txt"
expect 0 "# newdoc id = examples/nato-1-fjord.txt" "$concord" parse examples
for command in read intake ingest status why compare timeline quotes brief check parse; do
  expect 0 "Example:" "$concord" $command --help
done

# Two times: what was so by a day, what was known by a day.
expect 0 "As of 5 Apr 2023" "$concord" status --record "$db" NATO --as-of 2023-04-05
expect 0 "as known by" "$concord" status --record "$db" NATO --known-by 2023-12

# Usage, and nothing found.
expect 2 "" "$concord"
expect 2 "" "$concord" status --no-such-option
expect 2 "" "$concord" read
expect 2 "" "$concord" parse --format table examples
expect 4 "no such file" "$concord" parse "$dir/none.txt"
expect 2 "no day, month or year" "$concord" status --record "$db" NATO --as-of yesterday
expect 3 "no agreement" "$concord" status --record "$db" "Treaty of Nowhere"
expect 3 "says nothing of" "$concord" why --record "$db" NATO Peru
expect 3 "no quotation" "$concord" quotes --record "$db" --speaker Nobody
expect 1 "no such record" "$concord" status --record "$dir/none.db"

# Every sentence and row of the brief is cited, and every citation is listed.
"$concord" brief --record "$db" "Abraham Accords" >"$dir/brief.md"
uncited=$(sed '/^## Sources/,$d' "$dir/brief.md" | grep -E '^(\*\*.*\*\* |- |\| )' |
  grep -vE '^\| (Party|Date) ' | grep -vc '\[[0-9]')
result "$([ "$uncited" = 0 ] && echo true)" "$uncited sentences of the brief are not cited"
for mark in $(sed '/^## Sources/,$d' "$dir/brief.md" | grep -oE '\[[0-9]+\]' | sort -u); do
  result "$(grep -qF "$mark " <(sed -n '/^## Sources/,$p' "$dir/brief.md") && echo true)" "$mark is not listed"
done

# Pages keep to the width that they are given, and to a terminal without colour.
for page in status "status NATO" "timeline NATO" "why NATO Sweden" "compare Abraham" quotes; do
  # shellcheck disable=SC2086
  COLUMNS=72 "$concord" ${page%% *} --record "$db" $(echo "$page" | cut -s -d' ' -f2-) >"$dir/page"
  widest=$(LC_ALL=C.UTF-8 wc -L <"$dir/page")
  result "$([ "$widest" -le 72 ] && echo true)" "'$page' is $widest columns wide, not 72"
done
escape=$(printf '\033')
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then  # where a terminal can be had
  script -qec "$concord status --record $db NATO" /dev/null >"$dir/page" </dev/null
  result "$(grep -q "$escape\[" "$dir/page" && echo true)" "a terminal gets colour"
  NO_COLOR=1 script -qec "$concord status --record $db NATO" /dev/null >"$dir/page" </dev/null
  result "$(grep -q "$escape\[" "$dir/page" || echo true)" "NO_COLOR is honoured"
fi
"$concord" status --record "$db" NATO >"$dir/page"
result "$(grep -q "$escape\[" "$dir/page" || echo true)" "a pipe gets no colour"
