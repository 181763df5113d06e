#!/bin/sh
# Every C++ file is as clang-format writes it, by the rules of .clang-format: format.sh CLANG_FORMAT REPOSITORY
# What it names, `clang-format -i FILE` mends. Versions differ in what they write; the house's is 14, of Debian 12. With
# another one the test is skipped (77), but not in continuous integration.
set -eu
formatter=$1 repository=$2
cd "$repository"
version=$("$formatter" --version 2>/dev/null | sed -n 's/.*version \([0-9]*\)\..*/\1/p') || true
if [ "$version" != 14 ]; then
  echo "format: clang-format 14 is not there (found: ${version:-none})"
  [ "${CI-}" = true ] && exit 1
  exit 77
fi
# Only folders that people write in: what is built or fetched stands in build/ and viz/node_modules/.
files=$(find sim tests bench -name '*.h' -o -name '*.cpp')
[ "$(echo "$files" | wc -l)" -gt 400 ] || { echo 'format: there are too few files to be all'; exit 1; }
got=0
# shellcheck disable=SC2086
said=$("$formatter" --dry-run -Werror $files 2>&1) || got=$?
[ "$got" -ne 0 ] || exit 0
echo 'format: clang-format would write these files in another way:'
# Each place has three lines, of which the first begins with the path; all of them when the rules cannot be read.
echo "$said" | sed -n 's/^\([^ :]*\):[0-9]*:[0-9]*: .*clang-format.*/  \1/p' | sort -u | grep . || echo "$said"
exit 1
