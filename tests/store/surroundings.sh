#!/bin/sh
# What goes wrong around a run: a full disk, a folder that cannot be written, a second run on the folder, Ctrl+C.
# Each is said in one line, with what to do, and nothing that was finished is lost: surroundings.sh PROGRAM WORK_FOLDER
set -eu
program=$1 work=$2 here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$work"; mkdir -p "$work"
run() { "$program" run "$here/kills.yaml" --quiet -j 2 --no-report "$@"; }
fail() { echo "surroundings: $1"; cat "$work/said"; exit 1; }
# expect CODE TEXT command...
expect() {
  code=$1 text=$2; shift 2
  got=0; "$@" >"$work/out" 2>"$work/said" || got=$?
  [ "$got" -eq "$code" ] || fail "$text: ended with $got, not $code"
  [ -z "$text" ] || grep -q "$text" "$work/said" || fail "not said: $text"
}
run -o "$work/whole" >"$work/out"

# A disk that is full before the run is done: a real one, of 3 MB, where this may be mounted.
if unshare --mount true 2>/dev/null; then
  mkdir -p "$work/small" "$work/kept"
  unshare --mount sh -c '
    mount -t tmpfs -o size=3m none "$1" && "$2" run "$3" --quiet -j 2 --no-report -o "$1/cut" 2>"$4/said"
    echo $? >"$4/code"; cp -r "$1/cut" "$4/kept/"' sh "$work/small" "$program" "$here/kills.yaml" "$work" >"$work/out"
  [ "$(cat "$work/code")" -eq 2 ] || fail 'a full disk does not end with 2'
  grep -q 'the disk is full; free space there, then go on with --resume: what is finished is kept' "$work/said" ||
    fail 'a full disk is not said'
  expect 0 '' run -o "$work/kept/cut" --resume
  cmp "$work/whole/curves.csv" "$work/kept/cut/curves.csv"
else
  echo 'surroundings: no file system may be mounted here, so no disk was filled'
fi

# A folder that cannot be written. Its owner may be root, whom no permission stops: then a file stands in its place.
echo 'a file' >"$work/file"
expect 2 'the folder cannot be made' run -o "$work/file/cut"
mkdir "$work/locked"; chmod a-w "$work/locked"
if ! touch "$work/locked/try" 2>/dev/null; then
  expect 2 'cannot be locked (Permission denied)' run -o "$work/locked"
fi

# A second run on the folder, while the first is at work.
"$program" run "$here/kills.yaml" --quiet -j 2 --no-report -o "$work/busy" --replicates 40 >"$work/out1" 2>&1 & first=$!
while [ ! -e "$work/busy/results.sqlite.tmp" ]; do sleep 0.02; done
expect 2 "is in use by process $first; wait until it has ended" run -o "$work/busy" --resume
expect 2 "is in use by process $first; wait until it has ended" run -o "$work/busy" --force

# Ctrl+C ends it within two seconds: a result that says it is partial, and that can be gone on with.
while [ "$(wc -c <"$work/busy/results.sqlite.tmp-wal")" -lt 1000000 ]; do sleep 0.02; done
began=$(date +%s%N); kill -INT "$first"; code=0; wait "$first" || code=$?
took=$(( ($(date +%s%N) - began) / 1000000 ))
[ "$code" -eq 130 ] || fail "Ctrl+C: ended with $code, not 130"
[ "$took" -lt 2000 ] || fail "Ctrl+C: $took ms"
grep -q '"state": "partial"' "$work/busy/manifest.json" || fail 'Ctrl+C: not marked partial'
expect 0 '' run -o "$work/busy" --resume --replicates 12
cmp "$work/whole/comparison.csv" "$work/busy/comparison.csv"

# What is there is refused, gone on with or replaced, as asked.
expect 2 'holds results already' run -o "$work/busy"
expect 1 'holds a run of another scenario: run.seed is 3 there and 4 here' run -o "$work/busy" --resume --seed 4
expect 0 '' run -o "$work/busy" --resume
cmp "$work/whole/comparison.csv" "$work/busy/comparison.csv"
rm "$work/busy/results.sqlite"
expect 2 'holds results without results.sqlite' run -o "$work/busy" --resume
echo "surroundings: all said, nothing lost; Ctrl+C took $took ms"
