# Bad input: a message that names the file and the cause, exit 4 or 1, the others read, the record
# intact.
bad=$dir/bad
mkdir "$bad"
: >"$bad/empty.txt"
head -c 4000 /dev/urandom >"$bad/binary.txt"
printf '\377\376h\0i\0' >"$bad/utf16.txt"
printf 'Kenya signed \303( it.' >"$bad/broken.txt"
head -c 10000000 /dev/zero | tr '\0' 'x' >"$bad/line.txt"
truncate -s 1G "$bad/huge.txt"
for name in empty binary utf16 broken line huge; do
  expect 4 "$bad/$name.txt:" "$concord" read "$bad/$name.txt"
done
expect 4 "empty" "$concord" read "$bad/empty.txt"
expect 4 "UTF-16" "$concord" read "$bad/utf16.txt"
expect 4 "byte 13" "$concord" read "$bad/broken.txt"
expect 4 "limit" "$concord" read "$bad/huge.txt"
expect 4 "no such file" "$concord" read "$bad/missing.txt"
expect 0 "no news format" "$concord" read test/cli
mkdir "$dir/bare"
expect 4 "without files" "$concord" read "$dir/bare"
expect 4 '"type":"claim"' "$concord" read --format jsonl "$bad/empty.txt" examples/nato-1-fjord.txt
expect 4 "1 report added" "$concord" ingest --record "$dir/s.db" "$bad" examples/nato-1-fjord.txt
expect 0 "0 faults" "$concord" check --record "$dir/s.db"
expect 0 "Finland" "$concord" status --record "$dir/s.db" NATO

# What this user may not read or write. Root may all, so root becomes nobody.
as_nobody=""
[ "$(id -u)" = 0 ] && as_nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"
chmod 755 "$dir" "$bad"
cp "$concord" "$dir/concord"
echo "Finland joined NATO." >"$bad/secret.txt"
chmod 000 "$bad/secret.txt"
mkdir "$dir/shut"
cp examples/nato-1-fjord.txt "$dir/open.txt"
cp "$dir/s.db" "$dir/kept.db"
chmod 644 "$dir/open.txt" "$dir/kept.db"
chmod 500 "$dir/shut"
if $as_nobody "$dir/concord" --version >/dev/null 2>&1; then
  expect 4 "$bad/secret.txt: Permission denied" $as_nobody "$dir/concord" read "$bad/secret.txt" "$dir/open.txt"
  expect 4 '"type":"claim"' $as_nobody "$dir/concord" read "$bad/secret.txt" "$dir/open.txt"
  expect 4 "$dir/shut: " $as_nobody "$dir/concord" read "$dir/shut"
  expect 1 "$dir/shut/r.db: " $as_nobody "$dir/concord" ingest --record "$dir/shut/r.db" "$dir/open.txt"
  if [ -n "$as_nobody" ]; then
    expect 1 "permission" $as_nobody "$dir/concord" ingest --record "$dir/kept.db" examples/cptpp-1-straits.txt
    expect 0 "Finland" $as_nobody "$dir/concord" status --record "$dir/kept.db" NATO
  fi
fi
chmod 700 "$dir/shut"

# Records that are none, of another version, damaged, or tampered with.
echo "not a database, though long enough to be taken for one by its length" >"$dir/text.db"
expect 1 "$dir/text.db: " "$concord" status --record "$dir/text.db"
expect 1 "$dir/text.db: " "$concord" ingest --record "$dir/text.db" examples/nato-1-fjord.txt
: >"$dir/nothing.db"
expect 1 "empty file" "$concord" status --record "$dir/nothing.db"
expect 1 "$dir: " "$concord" status --record "$dir"
cp "$dir/s.db" "$dir/newer.db"
printf '\0\0\0\143' | dd of="$dir/newer.db" bs=1 seek=60 conv=notrunc status=none # user_version 99
for command in "status" "check" "why NATO Finland"; do
  # shellcheck disable=SC2086
  expect 1 "version 99" "$concord" $command --record "$dir/newer.db"
done
cp "$dir/newer.db" "$dir/newer.copy"
expect 1 "version 99" "$concord" ingest --record "$dir/newer.db" examples/nato-1-fjord.txt
result "$(cmp -s "$dir/newer.db" "$dir/newer.copy" && echo true)" "a refused record is left as it is"
cp "$db" "$dir/torn.db"
head -c 6000 /dev/urandom | dd of="$dir/torn.db" bs=1 seek=8192 conv=notrunc status=none
"$concord" check --record "$dir/torn.db" >"$dir/out" 2>&1
result "$([ $? = 5 ] && echo true)" "a damaged record fails the check with 5"
"$concord" status --record "$dir/torn.db" NATO >"$dir/out" 2>&1
result "$([ $? -le 3 ] && echo true)" "a damaged record is no crash"
sed 's/Finland joined NATO on Tuesday/Iceland joined NATO on Tuesday/' "$dir/s.db" >"$dir/forged.db"
expect 5 "is not the one that was read" "$concord" check --record "$dir/forged.db"

# A full disk, at whichever write it fills: the record keeps what it had, and goes on afterwards.
expect 1 "/dev/full" "$concord" ingest --record /dev/full examples/nato-1-fjord.txt
expect 1 "standard output" sh -c "'$concord' status --record '$db' >/dev/full"
"$concord" status --json --record "$db" NATO >"$dir/whole.json"
for blocks in 24 48 72 96 120 140; do
  rm -f "$dir/full.db"
  (ulimit -f $blocks && "$concord" ingest --record "$dir/full.db" examples) >"$dir/out" 2>&1
  code=$?
  if [ $code = 0 ]; then continue; fi
  result "$([ $code = 1 ] && grep -q "$dir/full.db: .*free some space" "$dir/out" && echo true)" \
    "a file limit of $blocks blocks gives $code: $(head -1 "$dir/out")"
  expect 0 "" "$concord" ingest --record "$dir/full.db" examples
  expect 0 "18 reports" "$concord" check --record "$dir/full.db"
  "$concord" status --json --record "$dir/full.db" NATO >"$dir/after.json"
  result "$(cmp -s "$dir/whole.json" "$dir/after.json" && echo true)" "after $blocks blocks it goes on"
done
mkdir "$dir/small"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=160k tmpfs "$dir/small" 2>/dev/null; then
  expect 0 "1 report added" "$concord" ingest --record "$dir/small/r.db" examples/nato-1-fjord.txt
  expect 1 "$dir/small/r.db: " "$concord" ingest --record "$dir/small/r.db" examples
  expect 0 "0 faults" "$concord" check --record "$dir/small/r.db"
  expect 0 "Finland" "$concord" status --record "$dir/small/r.db" NATO
  umount "$dir/small"
fi
