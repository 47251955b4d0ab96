# Every command that README.md and tools/show name runs, and says something.
count=0
for document in README.md tools/show docs/commands.md; do
  while IFS= read -r line; do
    line=${line%%  #*}
    command=${line//build\/concord/$concord}
    command=${command//my.db/$dir/my.db}
    command=${command//\$record/$db}
    command=${command//FOLDER/examples}
    [ "$document" = tools/show ] && command=$(echo "$command" | sed 's/   .*//')
    bash -c "$command" >"$dir/out" 2>&1 </dev/null
    code=$?
    result "$([ $code = 0 ] && [ -s "$dir/out" ] && echo true)" "$document: $line (exit $code)"
    count=$((count + 1))
  done < <(sed -n 's/^ *\(build\/concord .*\)/\1/p' "$document")
done
result "$([ $count -ge 15 ] && echo true)" "the documents name $count commands"
