#!/bin/sh
# Compares today.yaml with the public figures that its starting values must meet, under both
# structures of assets and income: targets.sh [PROGRAM [WORK_FOLDER]]. Exit 1 when a figure that was
# tuned lies outside its range; the others are only compared. To tune, move
# world.assessment.reluctance (self-reliant exits) until it passes, and write the reason into the
# parameter's source.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-$here/../build/release/graduasi} work=${2:-/tmp/graduasi-targets}
run() { "$program" run "$here/$1.yaml" -o "$work/$1" --force --quiet --no-report --replicates 4 \
  --set "world.enterprise.structure=$structure" >/dev/null; }

value() {  # RUN MEASURE MONTH [POLICY]
  awk -F, -v m="$2" -v w="$3" -v p="${4:-}" '$5 == m && $4 == w && $3 == "all" && (p == "" || $1 == p) {print $6}' "$work/$1/curves.csv"
}
average() { awk -F, -v m="$2" '$5 == m && $4 > 0 && $3 == "all" {sum += $6; ++n} END {print sum / n}' "$work/$1/curves.csv"; }
line() {  # NAME VALUE LEAST MOST; false when outside
  awk -v n="$1" -v v="$2" -v a="$3" -v b="$4" 'BEGIN {
    ok = v >= a && v <= b
    printf "%-62s %9.4g  (%g to %g) %s\n", n, v, a, b, ok ? "" : "OUTSIDE"
    exit !ok }'
}
check() { line "$@" || failed=1; }
compare() { line "$@" || true; }
yearly() {  # mean over ten years of exits as a percentage of the families active at the year's start
  for y in 0 1 2 3 4 5 6 7 8 9; do
    echo "$(value today "$1" $((12 * y))) $(value today "$1" $((12 * y + 12))) $(value today active $((12 * y)))"
  done | awk '{sum += ($2 - $1) / $3} END {print 10 * sum}'
}

failed=0
for structure in concave threshold; do
  run today
  run caseload_trial
  echo "world.enterprise.structure: $structure"
  check 'natural exit as noticed, % a year, first ten years' "$(yearly cumulative_natural_exit)" 5 8
  check 'self-reliant exit, % a year, first ten years' "$(yearly cumulative_self_reliant)" 1 2
  check 'mean benefit at month 0, million rupiah a year' \
    "$(value today benefit_mean_rupiah_year 0 | awk '{print $1 / 1e6}')" 2.6 3.0
  # Reported and not tuned: the trial (E084) varied how often people meet, not whom somebody finds.
  compare 'elasticity of self-reliant exits, 1:250 to 1:100, six years' \
    "$(echo "$(value caseload_trial cumulative_self_reliant 72 '1 to 250') $(value caseload_trial cumulative_self_reliant 72 '1 to 100')" |
      awk '{print log($2 / $1) / log(2.5)}')" 0.1 0.4
  check 'clearly able families asked who leave, share' "$(value today agree_share 120)" 0.6 0.85
  check 'attendance, year 1' "$(value today attendance 12)" 0.65 0.75
  # Not to be tuned: more than a third of beneficiaries lie outside even if the score were spending itself on the day of
  # choice, since they need a component, and 0.43 once that day lies up to seven years back.
  compare 'beneficiaries outside the poorest covered share, month 0' "$(value today outside_poorest_share 0)" 0.3 0.5
  compare 'facilitators burnt out, share, ten years (E121)' "$(average today burnt_out_share)" 0.13 0.27
  compare 'facilitators who leave, share a year, ten years' "$(average today facilitator_turnover)" 0.02 0.10
  compare 'families per facilitator, month 1 (caseload_actual)' \
    "$(echo "$(value today active 1) $(value today facilitators 1)" | awk '{print $1 / $2}')" 200 540
done
# Poverty as surveys of everybody see it, both structures together; compared, not tuned.
"$program" evidence "$here/calibration" -o "$work/panel" --force --quiet || true
exit $failed
