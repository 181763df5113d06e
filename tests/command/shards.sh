#!/bin/sh
# A run in three shards, put together, has the tables and the hash of the run in one piece; what cannot be put
# together is refused and leaves nothing: shards.sh PROGRAM WORK_FOLDER
set -eu
program=$1 work=$2
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work" && mkdir -p "$work" && cd "$work"

# Two points of a sweep over families of their own, two draws with twins, two policies.
cat >run.yaml <<'EOF'
format: 1
question: Does it matter where a run is done?
run: {months: 18, parameter_draws: 3, replicates: 2}
population: {households: 600}
sweep: {world.shocks.setback_rate: [0.02, 0.04]}
world: {assessment: {reluctance: {uniform: [0.1, 0.5]}}}
policies:
  - name: today
  - {name: smaller, caseload: {households_per_facilitator: 150}}
EOF
run() { "$program" run run.yaml --quiet --no-report "$@" >/dev/null; }
fail() { echo "shards: $*"; exit 1; }
refused() {  # EXPECTED TEXT, then the command
  expected=$1; shift
  if "$program" "$@" >out 2>err; then fail "not refused: $*"; fi
  grep -q -- "$expected" err || { cat err; fail "'$expected' is not what '$*' says"; }
}
same_tables() {  # ONE OTHER
  for table in "$1"/*.csv; do cmp "$table" "$2/$(basename "$table")"; done
  [ "$(ls "$1"/*.csv | wc -l)" -eq "$(ls "$2"/*.csv | wc -l)" ] || fail "$2 has other tables than $1"
  [ "$(grep result_hash "$1/manifest.json")" = "$(grep result_hash "$2/manifest.json")" ] || fail "another hash"
  [ "$(grep population_hash "$1/manifest.json")" = "$(grep population_hash "$2/manifest.json")" ] ||
    fail "other families"
}

run -o whole
# With other threads and instructions, the second in two parts of which one was interrupted.
run --shard 1/3 -j 1 -o one
run --shard 2/3 --isa v2 -o two
run --shard 3/3 -o three
"$program" merge two three one -o merged --quiet --no-report >/dev/null
same_tables whole merged
"$program" rerun merged >rerun.txt || fail "the merged result does not come out again"
grep -q 'every figure came out again' rerun.txt

# One shard is one as well.
run --shard 1/1 -o all
"$program" merge all -o of_all --quiet --no-report >/dev/null
same_tables whole of_all

# Jobs of a queue.
PATH=$(dirname "$program"):$PATH
for job in 1 2; do
  SLURM_ARRAY_TASK_ID=$job SLURM_ARRAY_TASK_COUNT=2 sh "$here/../../scenarios/cluster/array.sh" run.yaml jobs 2>/dev/null
done
"$program" merge jobs/* -o of_jobs --quiet --no-report >/dev/null
same_tables whole of_jobs

# A merged result is one: it can be resumed with more replicates.
"$program" run run.yaml --quiet --no-report --replicates 3 -o more >/dev/null
"$program" run run.yaml --quiet --no-report --replicates 3 --resume -o merged >/dev/null
same_tables more merged

# What is wrong is said, and nothing is written.
refused 'of 3 shards 1 is missing: 2/3' merge one three -o nothing
refused 'shard 1/3 is there twice' merge one two one three -o nothing
refused 'is no shard of a run' merge whole -o nothing
refused 'name a folder that graduasi run has written' merge no-such-folder -o nothing
run --shard 1/2 -o half
refused 'runs that were cut in other ways' merge one half -o nothing
run --shard 3/3 --replicates 4 -o longer
refused 'one has 2 replicates and longer has 4' merge one two longer -o nothing
run --shard 3/3 --seed 9 -o other
refused 'run.seed is 9 there and 1 here' merge one two other -o nothing
cp -r three damaged
sqlite() {  # FOLDER STATEMENT
  python3 -c "import sqlite3, sys; s = sqlite3.connect(sys.argv[1] + '/results.sqlite'); s.execute(sys.argv[2]); s.commit()" "$@"
}
sqlite damaged \
  'UPDATE pieces SET figures = zeroblob(length(figures)) WHERE rowid = (SELECT min(rowid) FROM pieces)'
refused 'a simulation is damaged' merge one two damaged -o nothing
cp -r three fewer && sqlite fewer 'DELETE FROM pieces WHERE policy = 1'
refused 'fewer: shard 3/3 lacks simulations' merge one two fewer -o nothing
cp -r three nobody && sqlite nobody 'DELETE FROM populations'
refused 'nobody: shard 3/3 lacks simulations' merge one two nobody -o nothing
cp -r whole kept
refused 'lacks simulations' merge one two nobody -o kept --force
[ "$(ls kept)" = "$(ls whole)" ] || fail "a refused merge leaves something in a result"
cp -r three pipe && rm pipe/results.sqlite && mkfifo pipe/results.sqlite
refused 'is not an ordinary file' merge one two pipe -o nothing
cp -r three strange && sed -i 's|"shard": "3/3"|"shard": "4/3"|' strange/manifest.json
refused 'its manifest says shard 4/3' merge one two strange -o nothing
refused 'three is one of the shards' merge one two three -o three --force
refused 'whole holds a whole result' run run.yaml --shard 1/3 --resume -o whole
refused 'one holds shard 1/3' run run.yaml --shard 2/3 --resume -o one
refused 'is shard 1/3 of a run' compare one two
refused 'is shard 1/3 of a run' report one
refused 'make at most 18 shards' run run.yaml --shard 1/19 -o nothing
refused 'is not a part of a whole' run run.yaml --shard 4/3 -o nothing
refused 'does not go with --until' run run.yaml --shard 1/3 --until 'self_reliant@18 +- 1pp' -o nothing
refused 'holds results already' merge one two three -o whole
[ ! -e nothing ] || fail "something was written for what was refused"

# An interrupted shard is no part yet, and goes on.
grep -q '"state": "shard"' one/manifest.json
sed -i 's/"state": "shard"/"state": "partial"/' one/manifest.json
refused 'shard 1/3 is not finished' merge one two three -o nothing
run --shard 1/3 --resume -o one
"$program" merge one two three -o again --quiet --no-report >/dev/null
same_tables whole again

