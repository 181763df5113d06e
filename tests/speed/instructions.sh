#!/bin/sh
# Counts the instructions of a small run at 256 bits and compares them with those on record: unlike seconds they
# are the same on every machine, so that a month which has become slower by a little is seen at once.
#
#   instructions.sh PROGRAM WORK_FOLDER COMPILER [--record]
#
# COMPILER is what built the program, as in "GNU 12.2.0": another compiler counts otherwise, and nothing is compared
# (it ends with 77). --record writes the counts anew: deliberate, and the commit says what they were. Needs valgrind.
set -eu
program=$1 work=$2 compiler=$3 here=$(cd "$(dirname "$0")" && pwd)
record="$here/instructions.txt" allowed=103 # percent of what is on record
mkdir -p "$work"
if [ "${4-}" != --record ] && ! grep -q "^compiler $compiler\$" "$record"; then
  echo "speed: on record are counts of $(grep '^compiler' "$record"), this is $compiler; nothing is compared"
  exit 77
fi
valgrind --quiet --tool=callgrind --callgrind-out-file="$work/counted" "$program" run "$here/../golden/open.yaml" \
  -j 1 --isa v3 --no-report --quiet --force -o "$work/result" >"$work/said" 2>&1 || {
  cat "$work/said"
  grep -q 'this processor has no' "$work/said" && exit 77
  exit 1
}
callgrind_annotate --threshold=100 "$work/counted" >"$work/functions"
# A function's own instructions in thousands; those of the kernel have everything within.
of() { awk -v name="$1" 'index($0, name) { gsub(/,/, "", $1); sum += $1 } END { printf "%.0f\n", sum / 1000 }' "$work/functions"; }
{
  echo "compiler $compiler"
  echo "month $(of year_v3)"
  echo "ageing $(of age_list_v3)"
  echo "all $(of 'PROGRAM TOTALS')"
} >"$work/now"
if [ "${4-}" = --record ]; then
  cp "$work/now" "$record"
  cat "$record"
  exit 0
fi
awk -v allowed="$allowed" '
  NR == FNR { then[$1] = $2; next }
  $1 == "compiler" { next }
  {
    percent = 100 * $2 / then[$1]
    printf "speed: %s %d thousand instructions, %.1f percent of those on record\n", $1, $2, percent
    if (!($2 > 0) || percent > allowed) failed = 1
    if (percent < 200 - allowed) print "speed: that is fewer; write it down with --record"
  }
  END {
    if (failed) print "speed: more than " allowed " percent. Find out why; where it is deliberate, --record"
    exit failed
  }' "$record" "$work/now"
