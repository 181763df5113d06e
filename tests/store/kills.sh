#!/bin/sh
# Kills a run with signal 9 at 20 moments drawn by chance, going on with --resume each time, and compares what
# stands at the end with an unbroken run, byte for byte: kills.sh PROGRAM WORK_FOLDER [KILLS [SEED]]
# A run that comes to its end is compared and begun again, until enough have been killed.
set -eu
program=$1 work=$2 kills=${3:-20} seed=${4:-$$}
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work"; mkdir -p "$work"
echo "kills: $kills, moments from seed $seed"
run() { "$program" run "$here/kills.yaml" --quiet -j 2 --no-report -o "$@"; }

compare() {
  for file in "$work"/whole/*.csv "$work/whole/resolved.yaml"; do
    cmp "$file" "$work/cut/$(basename "$file")"
  done
  for folder in whole cut; do grep -E '"(result|population)_hash"|"state"' "$work/$folder/manifest.json" >"$work/$folder.facts"; done
  cmp "$work/whole.facts" "$work/cut.facts"
}

begun=$(date +%s%N)
run "$work/whole" >"$work/said"
length=$(( ($(date +%s%N) - begun) / 1000000 ))
# From before the first simulation to after the last file, a little beyond the end.
awk -v seed="$seed" -v n="$((kills * 40))" -v length_ms="$length" \
  'BEGIN { srand(seed); for (i = 0; i < n; ++i) printf "%.3f\n", rand() * length_ms * 1.1 / 1000 }' >"$work/moments"

killed=0 ended=0
while read -r moment && [ "$killed" -lt "$kills" ]; do
  # Not through `run`, whose process would be a shell.
  "$program" run "$here/kills.yaml" --quiet -j 2 --no-report -o "$work/cut" --resume >"$work/said" 2>"$work/complaint" & pid=$!
  sleep "$moment"
  if kill -9 "$pid" 2>/dev/null && ! wait "$pid" 2>/dev/null; then
    killed=$((killed + 1))
  else
    wait "$pid" || { cat "$work/complaint"; exit 1; }
    compare
    ended=$((ended + 1))
    rm -rf "$work/cut"
  fi
done <"$work/moments"
run "$work/cut" --resume >"$work/said"
compare
echo "kills: $killed survived; $((ended + 1)) runs ended, each equal to the unbroken one ($length ms)"
[ "$killed" -eq "$kills" ]
