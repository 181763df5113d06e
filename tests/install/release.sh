#!/bin/sh
# sim/packaging/release in a repository of four files, with a `setup` that packs nothing: what is not ready is refused,
# what is ready gives four files whose sums agree, and the text holds the entries of its version alone: release.sh RELEASE
set -eu
release=$1
work=$(mktemp -d "${TMPDIR:-/tmp}/graduasi-release-XXXXXX")
trap 'rm -rf "$work"' EXIT
fail() { echo "release: $*"; exit 1; }
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@localhost GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@localhost
cd "$work"
mkdir -p sim/packaging && cp "$release" sim/packaging/release
echo 'project(graduasi VERSION 0.2.0 LANGUAGES CXX' >CMakeLists.txt
echo 'version: 0.1.0' >CITATION.cff
printf '%s\n' '# What moved' 'All of it.' '## 2 May 2027' '* New.' '## Version 0.1.0, 1 May 2027' '## 1 May 2027' '* Old.' >sim/changes.md
printf '%s\n' '#!/bin/sh' 'mkdir -p build && echo package >build/graduasi_0.2.0_amd64.deb' >setup && chmod +x setup
printf '%s\n' /build/ /out /build.txt >.gitignore
git init -q . && git add -A && git commit -qm 'Begin'

refused() {  # EXPECTED TEXT
  if bash sim/packaging/release >out 2>&1; then fail "not refused: $1"; fi
  grep -q -- "$1" out || { cat out; fail "'$1' is not what it says"; }
  rm out
}
refused 'CMakeLists.txt has version 0.2.0 and CITATION.cff 0.1.0'
echo 'version: 0.2.0' >CITATION.cff
refused "has no heading '## Version 0.2.0, DAY MONTH YEAR'"
sed -i 's/^## 2 May/## Version 0.2.0, 3 May 2027\n&/' sim/changes.md
refused 'files differ from what is committed'
git commit -qam 'Call it 0.2.0'
refused 'HEAD is not v0.2.0'
git tag v0.2.0
bash sim/packaging/release >build.txt || fail 'a clean tag is refused'
cd build/release-0.2.0
[ "$(ls | tr '\n' ' ')" = 'SHA256SUMS graduasi-0.2.0.tar.gz graduasi_0.2.0_amd64.deb release.md ' ] || fail "it holds $(ls)"
sha256sum --quiet --check SHA256SUMS
[ "$(wc -l <SHA256SUMS)" -eq 3 ] || fail 'three sums are expected'
[ "$(cat release.md)" = "$(printf '%s\n' '## Version 0.2.0, 3 May 2027' '## 2 May 2027' '* New.')" ] || { cat release.md; fail 'other entries'; }
tar -tzf graduasi-0.2.0.tar.gz | grep -qx graduasi-0.2.0/sim/changes.md || fail 'the archive lacks a file'
