#!/bin/sh
# A calibration learns what a simulated truth says: the same bytes for a seed, also when it was cut, and a posterior
# that every command reads: calibrate.sh PROGRAM WORK_FOLDER
set -eu
program=$1 work=$2
areas=$(cd "$(dirname "$0")/../golden" && pwd)/areas.csv
rm -rf "$work" && mkdir -p "$work" && cd "$work"
cp "$areas" .
fail() { echo "calibrate: $*"; exit 1; }
refused() {  # EXPECTED TEXT, then the command
  expected=$1; shift
  if "$program" "$@" >out 2>err; then fail "not refused: $*"; fi
  grep -q -- "$expected" err || { cat err; fail "'$expected' is not what '$*' says"; }
}

# Four uncertain numbers of which one moves nothing, and a structure.
cat >world.yaml <<'END'
format: 1
question: How many leave?
run: {months: 24, parameter_draws: 4, replicates: 1}
population: {areas: areas.csv, households: 1500}
baseline: {assessment: {gap: {uniform: [6, 60]}}}
world:
  assessment: {reluctance: {uniform: [0.2, 0.95]}}
  natural_exit: {commitment: {uniform: [0.05, 0.6]}}
  workload: {rush: {uniform: [0.1, 0.8]}}
policies: [{name: today}]
sweep: {world.enterprise.structure: [concave, threshold]}
END

# A truth inside the prior, simulated with more families.
sed '/^sweep/d; s/parameter_draws: 4/parameter_draws: 1/' world.yaml >truth.yaml
"$program" run truth.yaml --households 20000 --quiet --no-report -o truth --set world.assessment.reluctance=0.5 \
  --set baseline.assessment.gap=24 --set world.natural_exit.commitment=0.3 >/dev/null
exits=$(python3 - <<'END'
import csv
rows = {r['measure']: r for r in csv.DictReader(open('truth/curves.csv')) if r['month'] == '24'}
for m in ('cumulative_self_reliant', 'cumulative_natural_exit', 'active'): print(float(rows[m]['mean']))
END
)
set -- $exits
cat >targets.yaml <<END
format: 1
question: Which worlds are like this one?
targets:
  - {name: self-reliant, role: fit, source: S01, scenario: world.yaml, measure: cumulative_self_reliant, month: 24, value: $1, discrepancy: 0.05}
  - {name: natural, role: fit, source: S01, scenario: world.yaml, measure: cumulative_natural_exit, month: 24, value: $2, discrepancy: 0.05}
  - {name: first year, role: hold, source: S01, scenario: world.yaml, measure: cumulative_self_reliant, month: 12, value: 1, discrepancy: 0.05}
END
"$program" calibrate targets.yaml --size small -o one --quiet >report.txt
[ ! -e one/calibration.journal ] || fail "the journal of what is done stays"

# Cut, and gone on with by another number of threads, it has the same bytes.
"$program" calibrate targets.yaml --size small -o cut --quiet >/dev/null 2>&1 & begun=$!
while [ ! -e cut/calibration.journal ] || [ "$(wc -l <cut/calibration.journal)" -lt 2 ]; do sleep 0.1; done
kill -INT $begun && wait $begun && fail "what is cut ends as if it were whole"
[ ! -e cut/manifest.json ] || fail "what is cut has a result"
"$program" calibrate targets.yaml --size small -o cut --quiet --resume -j 1 >/dev/null
for table in targets parameters posterior; do cmp "one/$table.csv" "cut/$table.csv"; done

# What it learned: the posterior of the fitted figures is narrower than the prior and holds the truth; recovered truths
# of the held one are 16 to 20 of 20.
python3 - <<'END'
import csv
targets = {r['target']: r for r in csv.DictReader(open('one/targets.csv'))}
for name in ('self-reliant', 'natural'):
    r = {k: float(v) for k, v in targets[name].items() if k in ('published', 'prior_lower', 'prior_upper', 'posterior_lower', 'posterior_upper')}
    assert r['posterior_lower'] <= r['published'] <= r['posterior_upper'], (name, r)
    narrower = (r['posterior_upper'] - r['posterior_lower']) / (r['prior_upper'] - r['prior_lower'])
    assert narrower < (0.7 if name == 'self-reliant' else 0.9), (name, narrower)
assert 16 <= int(targets['first year']['recovered']) <= 20, targets['first year']
assert float(targets['first year']['surprise']) < 0.05, 'a held figure that no world gives is not told'
moved = {r['path']: r['moved'] for r in csv.DictReader(open('one/parameters.csv'))}
assert moved['world.assessment.reluctance'] == 'true' and moved['world.workload.rush'] == 'false', moved
END
grep -q 'structure: world.enterprise.structure is concave' report.txt || fail "no share of the structure"

# The posterior is a table of draws.
sed '/^sweep/d' world.yaml >plain.yaml
"$program" run plain.yaml --draws 20 --draws-from one/posterior.csv --quiet --no-report -o conditioned >/dev/null
[ "$(wc -l <one/posterior.csv)" -gt 300 ] || fail "the posterior has too few lines"

refused 'is not a size' calibrate targets.yaml --size tiny -o nothing
refused 'holds results already' calibrate targets.yaml --size small -o one
sed 's/month: 12/month: 99/' targets.yaml >late.yaml
refused 'looks at month 99; the run has 24' calibrate late.yaml -o nothing
[ ! -e nothing ] || fail "something was written for what was refused"
