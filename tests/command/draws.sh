#!/bin/sh
# Draws are data: those that a run wrote, read back, give the same bytes, whole, in shards, resumed and run again:
# draws.sh PROGRAM WORK_FOLDER
set -eu
program=$1 work=$2
rm -rf "$work" && mkdir -p "$work" && cd "$work"

cat >run.yaml <<'END'
format: 1
question: Are draws that are read back those that were drawn?
run: {months: 14, parameter_draws: 4, replicates: 2}
population: {households: 500, traits: {skill_mean: {split: [0.2, 0.35, 0.5]}}}
baseline: {assessment: {gap: {uniform: [12, 36]}}}
world: {assessment: {reluctance: {uniform: [0.1, 0.5]}}, skills: {"on": {chance: 0.6}}}
policies:
  - name: today
  - {name: smaller, caseload: {households_per_facilitator: 150}}
attribute: {groups: {skills: [world.skills.on]}}
END
run() { "$program" run run.yaml --quiet --no-report "$@" >/dev/null; }
fail() { echo "draws: $*"; exit 1; }
refused() {  # EXPECTED TEXT, then the command
  expected=$1; shift
  if "$program" "$@" >out 2>err; then fail "not refused: $*"; fi
  grep -q -- "$expected" err || { cat err; fail "'$expected' is not what '$*' says"; }
}
same_tables() {  # ONE OTHER
  for table in "$1"/*.csv; do cmp "$table" "$2/$(basename "$table")"; done
  [ "$(ls "$1"/*.csv | wc -l)" -eq "$(ls "$2"/*.csv | wc -l)" ] || fail "$2 has other tables than $1"
}

run -o prior
[ "$(wc -l <prior/draws.csv)" -eq 17 ] || fail "draws.csv has not a line for each of 4 draws and 4 paths"
run --draws-from prior/draws.csv -o given
# What each parameter does alone is asked at ends of the prior there and at ends of the draws here, and so is what
# rests on it; all that was simulated is the same.
for table in draws curves summary comparison answer cost value variants; do cmp "prior/$table.csv" "given/$table.csv"; done
hash=$(sha256sum prior/draws.csv | cut -d' ' -f1)
grep -q "\"prior/draws.csv\": \"$hash\"" given/manifest.json || fail "the manifest does not name the file by its hash"
run --draws-from prior -o prior_again
same_tables prior prior_again

# In shards, resumed and from resolved.yaml.
run --draws-from prior/draws.csv --shard 1/2 -o one
run --draws-from prior/draws.csv --shard 2/2 -j 1 -o two
"$program" merge one two -o merged --quiet --no-report >/dev/null
same_tables given merged
run --draws-from prior/draws.csv --replicates 1 -o resumed
run --draws-from prior/draws.csv --resume -o resumed
same_tables given resumed
"$program" rerun given >rerun.txt || fail "the result of given draws does not come out again"
refused "run.parameter_draws\|is {draws\|there and" run run.yaml --quiet --resume -o resumed

# Weights: draws two and four alone.
awk -F, -v OFS=, 'NR > 1 { $4 = $1 % 2 == 0 ? 0.5 : 0 } { print }' prior/draws.csv >weighted.csv
run --draws-from weighted.csv -o weighted
awk -F, 'NR > 1 { print $3 }' weighted/draws.csv >taken.txt
for draw in 2 2 4 4; do grep "^$draw," prior/draws.csv | cut -d, -f3; done | cmp - taken.txt

# Every command that draws takes them, and a table that does not fit stops it.
"$program" attribute run.yaml --draws-from prior/draws.csv -o divided --quiet --no-report >/dev/null
cmp prior/draws.csv divided/draws.csv
"$program" attribute run.yaml -o divided_prior --quiet --no-report >/dev/null
cmp divided/attribution.csv divided_prior/attribution.csv
"$program" check run.yaml --draws-from prior/draws.csv >/dev/null
refused 'holds 4 draws; the run asks for 5' check run.yaml --draws 5 --draws-from prior/draws.csv
grep -v skill_mean prior/draws.csv >fewer.csv
refused 'has no draws of population.traits.skill_mean' run run.yaml --draws-from fewer.csv -o nothing
[ ! -e nothing ] || fail "something was written for what was refused"

# Runs of other draws are not paired, whatever else they share.
run --format csv-full -o a
run --format csv-full --draws-from weighted.csv -o b
"$program" compare a b 2>&1 | grep -q 'given draws' || fail "compare pairs draws of two sources"
