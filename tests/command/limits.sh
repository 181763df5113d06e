#!/bin/sh
# What a run may take: memory within --memory-limit and as the dry run says, threads that can be had, little said of much
# that is wrong, and the same hash whatever is written beside it: limits.sh PROGRAM WORK_FOLDER
set -eu
program=$1 work=$2
rm -rf "$work"; mkdir -p "$work"
fail() { echo "limits: $1"; cat "$work/out" "$work/said"; exit 1; }
# expect CODE TEXT command...
expect() {
  code=$1 text=$2; shift 2
  got=0; "$@" >"$work/out" 2>"$work/said" || got=$?
  [ "$got" -eq "$code" ] || fail "$text: ended with $got, not $code"
  [ -z "$text" ] || grep -q -- "$text" "$work/said" "$work/out" || fail "not said: $text"
}
peak_of() { sed -n 's/.*"peak_memory_bytes": \([0-9]*\).*/\1/p' "$1/manifest.json"; }
hash_of() { sed -n 's/.*"result_hash": "\([0-9a-f]*\)".*/\1/p' "$1/manifest.json"; }
cat >"$work/many.yaml" <<'END'
format: 1
question: How much memory do many small simulations take?
run: {months: 24, replicates: 60, seed: 3}
population: {households: 600}
policies: [{name: today}, {name: 1 to 150, caseload: {households_per_facilitator: 150}}]
output: {strata: [area, welfare_fifth], strata_every: 3, measures: [self_reliant]}
END
run() { "$program" run "$work/many.yaml" --quiet --no-report -j 1 "$@"; }

# The dry run names the memory within a factor of two, and a limit of that much is kept.
expect 0 'MB of memory' run --dry-run
said=$(sed -n 's/^about \([0-9]*\) MB of memory.*/\1/p' "$work/out")
least=$(sed -n 's/^about .*at least \([0-9]*\) MB$/\1/p' "$work/out")
expect 0 '' run -o "$work/free"
peak=$(( $(peak_of "$work/free") / 1000000 ))
[ $((2 * said)) -ge "$peak" ] && [ "$said" -le $((2 * peak)) ] || fail "dry run: $said MB, run: $peak MB"
expect 0 '' run -o "$work/limited" --memory-limit "${least}M"
[ $(( $(peak_of "$work/limited") / 1048576 )) -le "$least" ] ||
  fail "--memory-limit ${least}M: $(peak_of "$work/limited") bytes"
cmp "$work/free/curves.csv" "$work/limited/curves.csv"

# What cannot be met is refused, before a folder is made.
for limit in 1 8 20M; do
  expect 1 'memory-limit: .* cannot be met, the run needs at least' run -o "$work/none" --memory-limit $limit
done
expect 1 'memory: the run needs at least' run -o "$work/none" --replicates 10000 --months 600 --set output.strata_every=1
[ ! -e "$work/none" ] || fail 'a refused run leaves a folder'
# The dry run refuses what the run refuses.
expect 1 'households in a district' run --dry-run --households 100000000
expect 1 'cannot be met' run --dry-run --memory-limit 8

# The hash is that of what is always there.
expect 0 '' run -o "$work/full" --format csv-full,xlsx
[ "$(hash_of "$work/free")" = "$(hash_of "$work/full")" ] || fail 'the hash depends on --format'
by_hand=$(cd "$work/full" && ls *.csv | grep -v replicates | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1)
[ "$(hash_of "$work/full")" = "$by_hand" ] || fail 'the hash is not that of the manifest'"'"'s recipe'

# The recorded command can be run again.
cp "$work/many.yaml" "$work/m any.yaml"
expect 0 '' "$program" run "$work/m any.yaml" --quiet --no-report -j 1 --replicates 1 -o "$work/o'ut 1"
grep -q "\"command\": \".*'.*/m any.yaml'.* '.*/o'..''ut 1'\"" "$work/o'ut 1/manifest.json" || fail 'the command lost its quotes'

# Threads that cannot be had are refused; none of OpenMP's own words, no memory without end.
expect 1 'OMP_NUM_THREADS: 100000 threads are too many; it must be in \[1, 4096\]' \
  env OMP_NUM_THREADS=100000 "$program" run "$work/many.yaml" --quiet -o "$work/none"
if (ulimit -v 2000000) 2>/dev/null; then
  expect 2 'jobs: 4000 threads are asked for, and the system starts' \
    sh -c 'ulimit -v 2000000; exec "$1" run "$2" --quiet -o "$3" -j 4000' sh "$program" "$work/many.yaml" "$work/none"
fi

# check --json is one document, whatever is wrong.
expect 1 '"path": "run.months"' "$program" check "$work/many.yaml" --json --months 0
python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); assert not d["fine"] and len(d["problems"]) == 1' "$work/out"
[ ! -s "$work/said" ] || fail 'check --json: something beside the document'
expect 0 '"fine": true' "$program" check "$work/many.yaml" --json
expect 2 'is not there' "$program" check "$work/nowhere.yaml" --json
python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$work/out"

# Words of a sweep are written as words.
expect 0 '' "$program" sweep "$work/many.yaml" --vary policy.visits.targeting=equal,nearest --vary world.skills.on=true,false \
  --quiet --no-report --replicates 1 --months 2 -o "$work/swept"
grep -q 'policy.visits.targeting,nearest$' "$work/swept/variants.csv" || fail 'variants.csv holds no words'
grep -q 'world.skills.on,false$' "$work/swept/variants.csv" || fail 'variants.csv holds no false'
echo "limits: kept; dry run $said MB, run $peak MB"
