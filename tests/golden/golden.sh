#!/bin/sh
# Runs the golden scenarios with 1, 2 and 5 threads and each instruction set, and compares the year-end
# table and the comparison with the committed ones, byte for byte: golden.sh PROGRAM WORK_FOLDER [--approve]
# --approve writes them anew: deliberate, and the commit says why the curves moved.
set -eu
program=$1 work=$2 here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"
failed=0
for scenario in small uncertain open; do
  for way in '-j 1 --isa v2' '-j 2 --isa v3' '-j 5 --isa v4' '-j 5'; do
    out="$work/$scenario"
    # shellcheck disable=SC2086
    if ! "$program" run "$here/$scenario.yaml" -o "$out" --force --quiet $way >"$work/said" 2>&1; then
      grep -q 'this processor has no' "$work/said" && continue
      cat "$work/said"; exit 1
    fi
    for table in summary comparison; do
      if [ "${3-}" = --approve ]; then cp "$out/$table.csv" "$here/$scenario.$table.csv"; fi
      if ! cmp -s "$out/$table.csv" "$here/$scenario.$table.csv"; then
        echo "golden: $scenario, $table.csv differs with $way:"
        diff "$here/$scenario.$table.csv" "$out/$table.csv" | head -n 4
        failed=1
      fi
    done
    # resolved.yaml means the same: run again from it.
    "$program" run "$out/resolved.yaml" -o "$work/again" --force --quiet >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
    cmp "$out/curves.csv" "$work/again/curves.csv" || failed=1
  done
done
exit $failed
