#!/bin/sh
# What goes wrong around a run: a full disk, a folder that cannot be written, a second run on the folder, Ctrl+C.
# Each is said in one line, with what to do, and nothing that was finished is lost: surroundings.sh PROGRAM WORK_FOLDER
set -eu
program=$(realpath "$1") here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$2"; mkdir -p "$2"; work=$(realpath "$2")
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
"$program" run "$here/kills.yaml" --quiet -j 2 --no-report -o "$work/busy" --replicates 400 >"$work/out1" 2>&1 & first=$!
while [ ! -e "$work/busy/results.sqlite.tmp" ]; do sleep 0.02; done
expect 2 "is in use by process $first; wait until it has ended" run -o "$work/busy" --resume
expect 2 "is in use by process $first; wait until it has ended" run -o "$work/busy" --force

# Ctrl+C ends it within two seconds: a result that says it is partial, and that can be gone on with.
log=$work/busy/results.sqlite.tmp-wal
while [ ! -e "$log" ] || [ "$(wc -c <"$log")" -lt 1000000 ]; do sleep 0.02; done
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
# From here on the run is small: what is tried is around it.
cd "$work"
replicates=2
small() {
  command=$1; shift
  "$program" "$command" "$here/kills.yaml" --households 900 --replicates "$replicates" --months 12 -j 1 "$@"
}
small run --quiet -o whole_small --format csv-full,xlsx >table
small run --quiet -o other_small --no-report --seed 4 >table

# A stream that is full or closed. Without stdout the answer is lost, and that is said; stderr is not missed.
# streams CODE command...: ends with this code when it can say everything
streams() {
  code=$1; shift
  got=0; "$@" >answer 2>/dev/null || got=$?
  [ "$got" -eq "$code" ] || fail "$*: ended with $got, not $code"
  for stream in full closed; do
    case $stream in full) lost() { "$@" 2>/dev/full; } ;; closed) lost() { "$@" 2>&-; } ;; esac
    got=0; lost "$@" >out || got=$?
    [ "$got" -eq "$code" ] || fail "$*: stderr $stream: ended with $got, not $code"
    case $* in *--progress*) ;; *) cmp answer out ;; esac
    case $stream in full) lost() { "$@" >/dev/full; } ;; closed) lost() { "$@" >&-; } ;; esac
    want=$code; [ ! -s answer ] || want=2
    got=0; lost "$@" 2>said || got=$?
    [ "$got" -eq "$want" ] || fail "$*: stdout $stream: ended with $got, not $want"
    [ ! -s answer ] || grep -q 'stdout: cannot be written (' said || fail "$*: not said that stdout is $stream"
  done
}
streams 0 small run --quiet --no-report -o streamed --force
streams 0 small run --progress always --no-report -o streamed --force
streams 0 small run --json --no-report -o streamed --force
streams 0 small run --dry-run
streams 0 small run --trace 1
streams 0 "$program" check "$here/kills.yaml"
streams 2 "$program" check nothere.yaml
streams 1 "$program" check "$here/kills.yaml" --set run.months=0
streams 0 "$program" explain world.skills
for command in parameters schema --help --version; do streams 0 "$program" $command; done
streams 0 "$program" diff "$here/kills.yaml" "$here/kills.yaml" --json
streams 0 "$program" compare whole_small other_small
streams 0 "$program" compare whole_small other_small --json
streams 0 "$program" rerun whole_small -j 1
streams 0 "$program" rerun whole_small -j 1 --json
streams 0 "$program" report whole_small -o page.html --force
# Nothing is lost with them, and nothing that is written takes the place of a stream.
for lost in '>/dev/full' '>&-' '2>/dev/full' '2>&-' '<&- >&- 2>&-'; do
  rm -rf streamed
  eval "small run --format csv-full,xlsx --progress always -o streamed $lost" >out 2>said || true
  for file in whole_small/*.csv; do cmp "$file" "streamed/${file#*/}"; done
  expect 0 'is written' "$program" report streamed
done
# A reader that goes away does not take the run with it.
rm -rf streamed
{ got=0; small run --progress always --quiet --no-report -o streamed 2>&1 >out || got=$?; echo $got >code; } | true
[ "$(cat code)" -eq 0 ] || fail "a reader of stderr that goes away: ended with $(cat code)"

# A folder from a stranger: whatever is a link in it, no other file of the user is written.
names='manifest.json report.html page.json curves.csv summary.csv comparison.csv replicates.csv variants.csv codebook.csv
  resolved.yaml results.sqlite result.xlsx result-full.xlsx sensitivity.csv evidence.csv marginals.csv cost.csv value.csv acceptability.csv
  information.csv attribution.csv optimum.csv frontier.csv evaluations.csv allotment.csv answer.csv draws.csv pilot.csv targets.csv parameters.csv posterior.csv'
victim=$work/precious
harmless() { [ "$(cat "$victim")" = precious ] || fail "$1 writes through a link"; }
echo precious >"$victim"
for name in $names; do
  for link in "$name" "$name.tmp" "$name-wal" "$name.tmp-wal" "$name.tmp-journal"; do ln -sfn "$victim" "whole_small.links.$link"; done
  mkdir -p linked; for link in whole_small.links.*; do mv "$link" "linked/${link#whole_small.links.}"; done
done
cp -r linked forced
expect 0 '' small run --quiet --format csv-full,xlsx -o forced --force
harmless 'run --force'
for file in whole_small/*.csv; do cmp "$file" "forced/${file#*/}"; done
for how in --resume --quiet; do
  rm -rf gone_on; cp -r linked gone_on
  got=0; small run --quiet -o gone_on $how >out 2>said || got=$?
  [ "$got" -eq 2 ] || fail "run $how in a folder of links: ended with $got"
  harmless "run $how"
done
for name in $names; do
  rm -rf given; cp -r whole_small given
  ln -s "$victim" "given/$name.tmp"
  expect 0 'is written' "$program" report given
  [ ! -L given/report.html ] || fail 'the report is a link'
  harmless "report ($name.tmp)"
done
for kind in -s ''; do
  rm -rf given; cp -r whole_small given
  ln $kind "$victim" given/graduasi.lock
  expect 2 'graduasi.lock: is ' "$program" report given
  expect 2 'graduasi.lock: is ' small run --quiet -o given --force
  expect 2 'graduasi.lock: is ' small run --quiet -o given --resume
  harmless 'the lock'
  rm given/graduasi.lock
done
mkdir compared
for link in page2.html.tmp compared/comparison.csv.tmp first.yaml.tmp; do ln -s "$victim" $link; done
expect 0 'is written' "$program" report whole_small -o page2.html
expect 0 'is written' "$program" compare whole_small other_small -o compared
expect 0 'is written' "$program" init first
harmless 'report, compare or init'

# Files that never end, never begin or cannot be read.
refused() {  # NAME TEXT: said by report, compare or rerun of a result whose file of this name is what `given/NAME` is
  for command in report 'compare whole_small' rerun; do
    case $command$1 in *page.json) [ "$command" = report ] || continue ;; report*.csv | report*.yaml) continue ;; esac
    case $command$1 in compare*.yaml) continue ;; esac
    expect 2 "$2" timeout 20 "$program" $command given
  done
}
for name in manifest.json page.json curves.csv replicates.csv; do
  for kind in pipe endless folder; do
    rm -rf given; cp -r whole_small given; rm "given/$name"
    case $kind in
      pipe) mkfifo "given/$name"; refused "$name" 'is not an ordinary file' ;;
      endless) ln -s /dev/zero "given/$name"; refused "$name" 'is not an ordinary file' ;;
      folder) mkdir "given/$name"; refused "$name" 'is a folder' ;;
    esac
  done
done
rm -rf given; cp -r whole_small given
{ printf '{"format": 1, "nested": '; head -c 100000 /dev/zero | tr '\0' '['; head -c 100000 /dev/zero | tr '\0' ']'; printf '}'; } >given/page.json
expect 2 'is not a payload of a page' "$program" report given
if [ -e /proc/kmsg ]; then
  expect 1 'cannot be read\|is empty' timeout 20 "$program" check "$here/kills.yaml" --set population.areas=/proc/kmsg
fi
[ ! -e /proc/self/mem ] || expect 2 'cannot be read: Input/output error' "$program" check /proc/self/mem
expect 2 'name a folder with --output, or set TMPDIR' env TMPDIR=/nowhere "$program" rerun whole_small -j 1
rm -rf given; cp -r whole_small given; chmod 000 given/manifest.json; chmod 755 given
nobody=''; [ "$(id -u)" -ne 0 ] || nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
if $nobody test -r whole_small/manifest.json 2>/dev/null && $nobody "$program" --version >out 2>&1; then
  expect 2 'manifest.json cannot be read: Permission denied' $nobody "$program" compare given whole_small
fi

# A limit on the size of files is an error of writing, and what is finished is kept.
replicates=8
(ulimit -f 500; got=0; small run --quiet --no-report -o limited >out 2>said || got=$?; echo $got >code)
[ "$(cat code)" -eq 2 ] || fail "ulimit -f: ended with $(cat code), not 2"
grep -q 'ulimit -f' said || fail 'ulimit -f is not said'
expect 0 '' small run --quiet --no-report -o limited --resume
expect 0 '' small run --quiet --no-report -o unlimited
cmp limited/curves.csv unlimited/curves.csv
replicates=2

# Who reads the store does not end the run: it is waited for at the start, and shut out afterwards.
if command -v python3 >out; then
  reads() { exec python3 -c 'import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute("BEGIN IMMEDIATE"); print("holds", flush=True); time.sleep(float(sys.argv[2]))' "$@"; }
  rm -rf given; cp -r whole_small given
  reads given/results.sqlite 2 >holds & reader=$!
  while [ ! -s holds ]; do sleep 0.02; done
  expect 0 '' small run --quiet -o given --resume
  wait "$reader"
  replicates=3
  rm holds; reads given/results.sqlite 60 >holds & reader=$!
  while [ ! -s holds ]; do sleep 0.02; done
  expect 2 'is in use by another program (database is locked); end what reads or writes it' small run --quiet -o given --resume
  kill "$reader"; wait "$reader" || true
  expect 0 '' small run --quiet -o given --resume
  # What was there stays, brought up to date, though its formats are not asked for again.
  cut -d, -f5 given/replicates.csv | sort -u >replicates
  grep -qx 2 replicates || fail '--resume does not bring replicates.csv up to date'
  [ given/result.xlsx -nt whole_small/result.xlsx ] || fail '--resume does not bring result.xlsx up to date'
fi

# What nobody can have meant.
expect 1 'trace is empty; give it a value, or leave it out' small run --trace ''
cp "$here/kills.yaml" ./..yaml; cp "$here/kills.yaml" ./...yaml
for name in ..yaml ...yaml; do
  expect 1 'gives the results no folder of their own' "$program" run $name --households 900 --replicates 1 --months 12
done
[ ! -e manifest.json ] && [ ! -e results ] || fail 'a result among other files'
echo "surroundings: all said, nothing lost; Ctrl+C took $took ms"
