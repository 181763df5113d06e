#!/bin/sh
# Switches every mechanism of today.yaml off, one at a time, and compares with all of them on:
# mechanisms.sh [PROGRAM [WORK_FOLDER [REPLICATES]]]. Differences after ten years in self-reliant, premature
# and sustained exits, thousand families, with 95 % intervals by chance, paired where the first day is the same.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-$here/../build/release/graduasi} work=${2:-results/mechanisms} replicates=${3:-20}
switches='shocks.on disasters.on member_clocks.on workload.on turnover.on competence.on work_pattern.on
  peers.on attendance.on contact.on skills.on digital_literacy.on partners.on access.on enterprise.on
  earnings.on card_custody.on money.benefit_on money.saving_on self_confidence.on natural_exit.on
  registry.on assessment.on leaving.on afterwards.on'
run() {
  name=$1; shift
  "$program" run "$here/today.yaml" -o "$work/$name" --format csv-full --force --quiet --no-report \
    --replicates "$replicates" "$@" >/dev/null
}
run everything-on
folders=''
for switch in $switches; do
  run "$switch" --set "world.$switch=false"
  folders="$folders $work/$switch"
done
# shellcheck disable=SC2086
"$program" compare "$work/everything-on" $folders -o "$work/compared" --force >/dev/null 2>&1
awk -F, -v last=120 '
  $6 == "all" && $7 == last && $8 == "cumulative_self_reliant" { s[$1] = cell(); order[++n] = $1; pairing[$1] = $3 }
  $6 == "all" && $7 == last && $8 == "premature_exit" { p[$1] = cell() }
  $6 == "all" && $7 == last && $8 == "sustained_self_reliant" { k[$1] = cell() }
  function cell() { return sprintf("%+.1f (%+.1f to %+.1f)", $9 / 1e3, $10 / 1e3, $11 / 1e3) }
  END {
    printf "%-20s %30s %30s %30s  %s\n", "off", "self-reliant", "premature", "sustained", "pairing"
    for (i = 1; i <= n; ++i) {
      name = order[i]; sub(/.*\//, "", name)
      printf "%-20s %30s %30s %30s  %s\n", name, s[order[i]], p[order[i]], k[order[i]], pairing[order[i]]
    }
  }' "$work/compared/comparison.csv"
