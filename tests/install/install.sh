#!/bin/sh
# What `cmake --install` puts into a prefix works wherever the prefix is moved to, with nothing but its own files; its
# manual pages are sound and its completions complete: install.sh BUILD_FOLDER CMAKE
# The prefix lies outside the source tree, which the program would find from a folder inside it.
set -eu
build=$1 cmake=$2
work=$(mktemp -d "${TMPDIR:-/tmp}/graduasi-install-XXXXXX")
trap 'rm -rf "$work"' EXIT
fail() { echo "install: $*"; exit 1; }

"$cmake" --install "$build" --prefix "$work/first" >"$work/log" 2>&1 || { tail "$work/log"; fail 'cmake --install failed'; }
mv "$work/first" "$work/moved here"
prefix=$work/moved\ here share=$work/moved\ here/share
graduasi() { "$prefix/bin/graduasi" "$@"; }
mkdir "$work/empty" && cd "$work/empty"

# A scenario that ships, from an empty folder; a scenario of one's own, whose areas are the table that ships.
small='--households 2000 --months 18 --replicates 2 --no-report --quiet'
# shellcheck disable=SC2086
graduasi run "$share/graduasi/scenarios/today.yaml" $small >today.txt
grep -q "\"$share/graduasi/scenarios/data/provinces.csv\"" results/today/manifest.json ||
  fail 'today.yaml was run with tables of another place'
graduasi init mine 2>/dev/null
# shellcheck disable=SC2086
graduasi run mine.yaml $small >mine.txt
grep -q "\"$share/graduasi/scenarios/data/provinces.csv\"" results/mine/manifest.json ||
  fail 'the table that ships was not found from ../share/graduasi'
[ "$(ls)" = "$(printf 'mine.txt\nmine.yaml\nresults\ntoday.txt')" ] || fail "unexpected files: $(ls)"

# Results come out again, as the manifest says, also when the prefix has moved on.
graduasi rerun results/today | grep -q 'every figure came out again' || fail 'today does not come out again'
graduasi rerun results/mine | grep -q 'every figure came out again' || fail 'mine does not come out again'
graduasi run results/today/resolved.yaml --quiet --no-report --output elsewhere >elsewhere.txt
cmp results/today/curves.csv elsewhere/curves.csv
# Every scenario that ships is right, and so is every trial.
for scenario in "$share"/graduasi/scenarios/*.yaml "$share"/graduasi/scenarios/evidence/*.yaml; do
  case $scenario in */priors.yaml) continue ;; esac
  graduasi check "$scenario" >check.txt 2>&1 || { cat check.txt; fail "$scenario is refused"; }
done
# Without a folder of experiments, those that came with the program.
graduasi evidence --months 6 2>&1 |
  grep -q "$share/graduasi/scenarios/evidence/" || fail 'evidence does not find its experiments'
# Who types an example in an empty folder is told where the scenario is.
graduasi run scenarios/today.yaml 2>&1 | grep -q "came with the program: $share/graduasi/scenarios/today.yaml" ||
  fail 'a scenario that ships is not pointed at'
mv "$share/graduasi" "$share/gone"
graduasi check mine.yaml 2>&1 | grep -q 'install the program with its share folder' || fail 'a missing table is not said'
mv "$share/gone" "$share/graduasi"

# Manual pages: one for the program and one for each command, that man and roff take without a warning.
pages=$(ls "$share"/man/man1/*.1.gz | wc -l)
listed=$(graduasi --help | sed -n '/^Subcommands:/,/^$/p' | grep -c '^  [a-z]')
[ "$listed" -ge 15 ] || fail "the help lists $listed commands"
[ "$pages" -eq $((listed + 1)) ] || fail "$pages manual pages for $listed commands"
if command -v man >/dev/null; then
  for page in "$share"/man/man1/*.1.gz; do
    said=$(man -l --warnings -E UTF-8 "$page" 2>&1 >page.txt) && [ -z "$said" ] || fail "$page: $said"
    grep -q '^EXIT STATUS' page.txt || fail "$page was not printed whole"
  done
else
  echo 'install: man is not there; its pages are not tried'
fi

# Completions, as bash asks for them. COMP_WORDS are the words typed, "=" one of its own.
touch 'a name.yaml' notes.txt
complete() {
  bash -c '. "$0/bash-completion/completions/graduasi"
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _graduasi
    printf "%s\n" "${COMPREPLY[@]}"' "$share" graduasi "$@" | LC_ALL=C sort | tr '\n' ' '
}
completes() {  # EXPECTED, then the words
  expected=$1; shift
  got=$(complete "$@")
  [ "$got" = "$expected " ] || fail "'$*' is completed by '$got', not '$expected'"
}
completes 'report rerun' re
completes '--for-whom --force --format' run --fo
completes '' evidence --replicates
completes 'en id' run mine.yaml --lang ''
completes 'id' run mine.yaml --lang = i
completes 'en id' run mine.yaml --lang =
completes 'csv,xlsx csv,xlsx-full' run --format csv,x
completes 'csv,csv csv,csv-full' run --format csv,csv
completes 'a name.yaml elsewhere mine.yaml results' run ''
completes 'results/mine results/today' report results/
completes 'results' run mine.yaml -o r
completes '' run --seed ''
if command -v zsh >/dev/null; then zsh -n "$share/zsh/vendor-completions/_graduasi"; fi
if command -v fish >/dev/null; then
  fish --no-execute "$share/fish/vendor_completions.d/graduasi.fish"
  fish -c 'source $argv[1]; complete -C "graduasi run --isa v"' "$share/fish/vendor_completions.d/graduasi.fish" |
    cut -f 1 | tr '\n' ' ' | grep -qx 'v2 v3 v4 ' || fail 'fish does not complete --isa'
fi

# The package, where Debian's tools are: what it needs, and where it puts the program.
if command -v dpkg-shlibdeps >/dev/null && command -v file >/dev/null; then
  cpack=$(dirname "$cmake")/cpack
  "$cpack" --config "$build/CPackConfig.cmake" -B "$work/deb" >"$work/log" 2>&1 || { tail "$work/log"; fail 'no package'; }
  dpkg-deb --field "$work"/deb/*.deb Depends | grep -q 'libyaml-cpp0.7.*' || fail 'the package asks for no libraries'
  dpkg-deb --contents "$work"/deb/*.deb >contents.txt
  for file in bin/graduasi share/graduasi/scenarios/today.yaml share/graduasi/scenarios/data/provinces.csv \
    share/man/man1/graduasi-run.1.gz share/doc/graduasi/copyright share/doc/graduasi/changelog.gz; do
    grep -q " ./usr/$file$" contents.txt || fail "the package has no /usr/$file"
  done
  grep -q 'figures/' contents.txt && fail 'the package holds what writes the figures of the texts'
fi
exit 0
