#!/bin/sh
# scenarios/analysis draws a run by area, in Python and in R, and both print the figures of the tables; a measure that is
# not there is refused. What is not installed is skipped (77), R not in continuous integration: draw.sh PROGRAM SOURCE WORK
set -eu
program=$1 source=$2 work=$3
scripts=$source/scenarios/analysis
rm -rf "$work" && mkdir -p "$work" && cd "$work"
fail() { echo "draw: $*"; exit 1; }

# Each of the 38 provinces has a cell of its own.
names() { grep -v '^#\|^area,\|^province,' "$1" | cut -d, -f1 | LC_ALL=C sort; }
[ "$(names "$scripts/provinces_as_tiles.csv")" = "$(names "$source/scenarios/data/provinces.csv")" ] ||
  fail 'provinces_as_tiles.csv has other provinces than provinces.csv'
[ "$(cut -d, -f2,3 "$scripts/provinces_as_tiles.csv" | sort -u | wc -l)" -eq 39 ] || fail 'two provinces share a cell'

"$program" run "$source/tests/page/areas.yaml" --households 10000 --months 14 --replicates 3 \
  --set 'output.measures=[self_reliant]' --quiet --no-report -o result >run.txt
# One policy and one replicate: nothing to compare, and no band.
"$program" run "$source/scenarios/today.yaml" --households 1000 --replicates 1 --months 3 \
  --quiet --no-report -o single >single.txt
# What both have to print: the last month for all families, by policy, in the order of the tables.
last() {  # TABLE COLUMN_OF_MONTH COLUMN_OF_VALUE
  awk -F, -v month="$2" -v value="$3" \
    'NR > 1 && $(month - 1) == "all" && $month == 14 && $(month + 1) == "self_reliant" {
       printf "%s: %.6g %.6g %.6g\n", $1, $value, $(value + 1), $(value + 2) }' "result/$1"
}
{ last curves.csv 4 6; last comparison.csv 5 7; } >expected.txt
[ "$(wc -l <expected.txt)" -eq 11 ] || { cat expected.txt; fail 'eleven lines are expected'; }

tried=0
try() {  # PICTURE BEGINNING, then the command
  picture=$1 begins=$2; shift 2
  "$@" result self_reliant "$picture" id >said.txt || fail "$* fails"
  grep -q '^KPM yang telah graduasi' said.txt || { cat said.txt; fail "$* does not take labels of codebook.csv"; }
  sed -n 's/^.*, \(.*\), month 14: /\1: /p' said.txt | cmp - expected.txt || fail "$* prints other figures than the tables"
  grep '^map, 1 to 500: [0-9]* provinces differ$' said.txt >map.txt || fail "$* draws no map"
  if [ -f map_before.txt ]; then cmp map.txt map_before.txt; fi
  mv map.txt map_before.txt
  head -c 4 "$picture" | grep -aq "$begins" || fail "$* writes no picture"
  "$@" single able_share "$picture" | grep -q ', today, month 3: 0\.' || fail "$* does not draw a policy alone"
  if "$@" result no_such_measure nothing 2>error.txt; then fail "$* takes a measure that is not there"; fi
  grep -q 'no_such_measure is not a measure' error.txt || { cat error.txt; fail "$* does not say what is wrong"; }
  tried=$((tried + 1))
}
if /usr/bin/python3 -c 'import matplotlib' 2>/dev/null; then
  try python.png PNG /usr/bin/python3 -B "$scripts/draw.py"
else
  echo 'draw: python3-matplotlib is not there; draw.py is not tried'
fi
if command -v Rscript >/dev/null; then
  try r.pdf '%PDF' Rscript "$scripts/draw.R"
else
  echo 'draw: r-base-core is not there; draw.R is not tried'
  [ "${CI-}" != true ] || exit 1
fi
[ "$tried" -gt 0 ] || exit 77
