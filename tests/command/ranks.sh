#!/bin/sh
# Ranks of mpirun write what one process writes: with more pieces than ranks and with fewer, when a piece is too large for
# one, when a rank is killed, and where one run decides about the next: ranks.sh PROGRAM PROGRAM_WITH_MPI MPIRUN WORK_FOLDER
set -eu
program=$1 with_mpi=$2 mpirun=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work" && mkdir -p "$work" && cd "$work"
# A container has one user. What is left of a run that ended with an error need not be waited for.
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_odls_base_sigkill_timeout=0
ranks() {  # NUMBER, then the command
  number=$1; shift
  "$mpirun" -n "$number" --oversubscribe --bind-to none "$with_mpi" "$@"
}
fail() { echo "ranks: $*"; exit 1; }
refused() {  # EXPECTED TEXT, then a command that is to end with an error and to say this once
  expected=$1; shift
  if "$@" >out 2>err; then fail "not refused: $*"; fi
  [ "$(grep -c -- "$expected" err)" -eq 1 ] || { cat err; fail "'$expected' is not said once by '$*'"; }
}
same() {  # ONE OTHER
  for file in "$1"/*.csv "$1/resolved.yaml"; do
    [ ! -e "$file" ] || cmp "$file" "$2/$(basename "$file")"
  done
  [ "$(ls "$1")" = "$(ls "$2")" ] || fail "$2 has other files than $1"
  for folder in "$1" "$2"; do grep -E '_hash"|"state"' "$folder/manifest.json" >"$folder.facts"; done
  cmp "$1.facts" "$2.facts"
}

# Two points of a sweep over families of their own and two of a lever, two draws with twins, two policies, groups.
cat >many.yaml <<'END'
format: 1
question: Does it matter how many do a run?
run: {months: 14, parameter_draws: 2, replicates: 2}
population: {households: 600}
sweep: {world.shocks.setback_rate: [0.02, 0.04], policy.sessions.per_month: [1, 2]}
world: {assessment: {reluctance: {uniform: [0.1, 0.5]}}}
output: {strata: [welfare_fifth], measures: [self_reliant, active, able, facilitators]}
policies:
  - name: today
  - {name: smaller, caseload: {households_per_facilitator: 150}}
END
"$program" run many.yaml --quiet --no-report -o many >/dev/null
for number in 1 2 3 4; do
  ranks $number run many.yaml --quiet --no-report -j 1 -o many.$number >said 2>&1 || { cat said; exit 1; }
  same many many.$number
done

# One piece, of families of a survey, whose groups are guarded by what stands behind them in the whole nation.
cat >one.yaml <<END
format: 1
question: Does it matter where a district is simulated?
run: {months: 14, replicates: 1}
population:
  areas: $here/../../scenarios/data/three_districts.csv
  households_csv: $here/../../scenarios/data/families_example.csv
  households: 3000
output: {strata: [area, sex_of_head, components, welfare_fifth]}
policies:
  - name: today
  - {name: smaller, caseload: {households_per_facilitator: 150}}
END
"$program" run one.yaml --quiet --no-report -o one >/dev/null
for number in 2 3 4; do
  ranks $number run one.yaml --quiet --no-report -j 2 -o one.$number >said 2>&1 || { cat said; exit 1; }
  same one one.$number
done

# A job of a queue, on one node.
mkdir -p build/mpi && ln -s "$with_mpi" build/mpi/graduasi
PATH=$(dirname "$mpirun"):$PATH sh "$here/../../scenarios/cluster/mpi.sh" one.yaml one.job --no-report >said 2>&1 || { cat said; exit 1; }
same one one.job

# What is too large for one rank is held by several; a limit is that of each.
cat >large.yaml <<'END'
format: 1
question: May a piece be larger than the memory of a rank?
run: {months: 2, replicates: 2}
population: {households: 600000}
policies: [{name: today}]
output: {measures: [self_reliant]}
END
"$program" run large.yaml --quiet --no-report -j 2 -o large >/dev/null
refused 'cannot be met, the run needs at least' "$program" run large.yaml -j 1 --memory-limit 80M -o nothing
refused 'cannot be met, each rank needs at least' ranks 2 run large.yaml -j 1 --memory-limit 50M -o nothing
ranks 4 run large.yaml --quiet --no-report -j 1 --memory-limit 80M -o large.4 >said 2>&1 || { cat said; exit 1; }
same large large.4
peak=$(sed -n 's/.*"peak_memory_bytes": \([0-9]*\).*/\1/p' large.4/manifest.json)
[ "$peak" -lt $((80 * 1048576)) ] || fail "a rank has taken $peak bytes, not 80 MB"

# A rank that is killed ends all of them. What was finished is there, and others go on, also fewer or more. With the
# least memory there is, they simulate one at a time.
cat >killed.yaml <<'END'
format: 1
question: What is lost with a rank?
run: {months: 120, replicates: 30}
population: {households: 4000}
policies: [{name: today}, {name: smaller, caseload: {households_per_facilitator: 150}}]
END
"$program" run killed.yaml --quiet --no-report -o killed >/dev/null
refused 'each rank needs at least' ranks 2 run killed.yaml -j 1 --memory-limit 20M -o cut
least=$(sed -n 's/.*each rank needs at least \([0-9]*M\):.*/\1/p' err)
"$mpirun" -n 2 --oversubscribe --bind-to none "$with_mpi" run killed.yaml --no-report -j 1 --memory-limit "$least" \
  -o cut >said 2>&1 &
started=$!
# Of eight megabytes that the store takes in, one: families of all pieces have a quarter of that.
until [ "$(stat -c %s cut/results.sqlite.tmp-wal 2>/dev/null || echo 0)" -gt 1000000 ]; do
  sleep 0.02
  kill -0 "$started" 2>/dev/null || { cat said; fail 'it has ended before it was killed'; }
done
for process in $(pgrep -P "$started"); do
  ! tr '\0' '\n' <"/proc/$process/environ" | grep -qx OMPI_COMM_WORLD_RANK=1 || kill -9 "$process"
done
if wait "$started"; then fail 'a killed rank ends nothing'; fi
grep -q 'signal 9' said || { cat said; fail 'nothing is said of a killed rank'; }
[ ! -e cut/manifest.json ] || fail 'a run whose rank was killed calls itself whole'
refused 'holds a run that was interrupted' ranks 2 run killed.yaml -o cut
ranks 3 run killed.yaml --no-report -j 1 --resume -o cut >said 2>&1 || { cat said; exit 1; }
grep -q 'resuming: [1-9][0-9]* simulations already done' said || { cat said; fail 'nothing was kept'; }
same killed cut
[ -s cut/results.sqlite ] || fail 'the store is gone'

# One run decides about the next, or many runs are shared out.
cat >analyses.yaml <<'END'
format: 1
question: Do ranks come to the same?
run: {months: 30, replicates: 3}
population: {households: 1000}
policies: [{name: today}, {name: smaller, caseload: {households_per_facilitator: 150}}]
attribute:
  groups: {hours: [world.workload.on], confidence: [world.self_confidence.on], records: [world.registry.on]}
  households: 1000
  replicates: 3
optimise: {evaluations: 6, households: 1000, replicates: 3}
END
until='self_reliant@12 +- 9000'
for number in 0 3; do
  if [ $number -eq 0 ]; then try=$program; else try="ranks $number"; fi
  $try run analyses.yaml --until "$until" --quiet --no-report -o until.$number >said 2>&1 || { cat said; exit 1; }
  for analysis in attribute optimise; do
    $try $analysis analyses.yaml --quiet --no-report -o $analysis.$number >said 2>&1 || { cat said; exit 1; }
  done
  # Findings that are not reproduced end it with 4.
  got=0
  $try evidence "$here/../../scenarios/evidence/full_package.yaml" --draws 5 --households 300 --quiet -o evidence.$number >said 2>&1 || got=$?
  [ $got -eq 4 ] || { cat said; fail "evidence ends with $got"; }
  [ $number -eq 0 ] || for what in until attribute optimise evidence; do same $what.0 $what.$number; done
done
grep -q '"replicates": 3,' until.0/manifest.json && fail '--until had nothing to decide'

# What is wrong is said once, and what ranks have no part in is done by the first one.
two() {  # SCENARIO OF THE FIRST RANK, SCENARIO OF THE SECOND
  "$mpirun" --oversubscribe --bind-to none -n 1 "$with_mpi" run "$1" -o nothing : -n 1 "$with_mpi" run "$2" -o nothing
}
refused 'nowhere.yaml is not there' two one.yaml nowhere.yaml
refused 'rank 1 has come to another run than rank 0' two one.yaml many.yaml
refused 'holds results already' ranks 2 run one.yaml -o one
refused 'does not go with the 2 ranks' ranks 2 run one.yaml --shard 1/2 -o nothing
refused '2 processes were started that do not know each other' \
  "$mpirun" -n 2 --oversubscribe --bind-to none "$program" run one.yaml -o nothing
[ "$(ranks 2 check one.yaml 2>/dev/null | wc -l)" -eq 1 ] || fail 'check is done twice'
[ "$(ranks 2 run one.yaml --dry-run 2>/dev/null | grep -c 'nothing was run')" -eq 1 ] || fail 'a dry run is done twice'
[ ! -e nothing ] || fail 'something was written for what was refused'
