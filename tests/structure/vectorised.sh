#!/bin/sh
# Compiles the kernel as the build does and asks of every loop marked `#pragma omp simd` in
# sim/mechanisms, sim/random and sim/model whether the 512-bit entries hold vector instructions for
# its lines. A loop that the compiler gave up is silent in the build and costs 15 times its time.
# The compiler's own report (-fopt-info-vec) cannot be used: where a loop begins with an access to
# a span it names the span's header, not the loop. Line numbers of the assembly do name it.
#
#   vectorised.sh COMPILER SIM_FOLDER WORK_FOLDER EIGEN_FOLDER
#
# Also here, since the unit is at hand: the month's code is as short as it is where the compiler keeps
# the tile's spans in registers (123,000 bytes). A local tile that is const, a choice between two members
# of it by reference, or a lambda that captures it in a counted loop makes every step read them from
# memory: half as much code again, and a tenth of the speed lost. And the unit exports no weak symbol: an
# inline function compiled for one instruction set could otherwise be the copy that the linker keeps for
# every processor.
set -eu
compiler=$1 sim=$2 work=$3 eigen=$4
flags="-std=c++20 -I$sim -isystem $eigen -DEIGEN_MAX_ALIGN_BYTES=64 -fopenmp-simd
  -ffp-contract=off -O3 -fno-math-errno -fno-trapping-math -ffinite-math-only -fno-signed-zeros"
mkdir -p "$work"

# -g1 adds lines and changes no instruction.
# shellcheck disable=SC2086
"$compiler" $flags -g1 -S "$sim/model/kernel.cpp" -o "$work/kernel.s"
"$compiler" -c "$work/kernel.s" -o "$work/kernel.o"

# file:first:last of every marked loop, the braces counted from `for`.
find "$sim/mechanisms" "$sim/random" "$sim/model" -name '*.h' | sort | while read -r header; do
  awk -v name="$header" '
    /#pragma omp simd/ { marked = 1; next }
    marked && /for \(/ { first = FNR; depth = 0; opened = 0; inside = 1; marked = 0 }
    inside {
      depth += gsub(/\{/, "{") - gsub(/\}/, "}")
      if (depth > 0) opened = 1
      if ((opened && depth == 0) || (!opened && /;[ \t]*$/)) {
        print name ":" first ":" FNR
        inside = 0
      }
    }
    END { if (inside || marked) print name ":0:0" }' "$header"
done >"$work/loops"

marked=$(cat "$sim"/mechanisms/*.h "$sim"/random/*.h "$sim"/model/*.h | grep -c '#pragma omp simd')
found=$(wc -l <"$work/loops")
if [ "$marked" -ne "$found" ] || [ "$found" -lt 30 ]; then
  echo "vectorised: $marked loops are marked, $found were understood"
  exit 1
fi

awk -v loops="$work/loops" '
  # .file 5 "/folder" "name"  or  .file 5 "name"
  $1 == ".file" && $2 ~ /^[0-9]+$/ {
    path = $3
    if (NF > 3) path = $3 "/" $4
    gsub(/"/, "", path)
    if ($NF ~ /^"\//) { path = $NF; gsub(/"/, "", path) }
    file[$2] = path
    next
  }
  /^[A-Za-z_][A-Za-z0-9_.]*:/ { wide = ($0 ~ /_v4/) }
  $1 == ".loc" { here = file[$2] ":" $3; next }
  # Registers put aside on the stack say nothing; a loop that only writes zeros becomes memset.
  wide && /%zmm/ && !(/vmov/ && /\(%rsp/) { vectors[here]++ }
  wide && /call[ \t]+memset/ { vectors[here]++ }
  END {
    missed = 0
    while ((getline range < loops) > 0) {
      split(range, part, ":")
      sum = 0
      for (line = part[2]; line <= part[3]; ++line) sum += vectors[part[1] ":" line]
      if (sum == 0) {
        print part[1] ":" part[2] ": this loop is not vectorised at 64 bytes in the v4 entries"
        ++missed
      }
      ++all
    }
    print all - missed " of " all " marked loops are vectorised at 64 bytes"
    exit missed > 0
  }' "$work/kernel.s"

if nm -C "$work/kernel.o" | grep -E ' [WVu] '; then
  echo "kernel: the symbols above are weak; the linker may keep their v4 copy for every processor"
  exit 1
fi

bytes=$((0x$(nm -S "$work/kernel.o" | awk '/year_v4/ {print $2; exit}')))
echo "the month of the v4 entry has $bytes bytes of code"
# With every rule and mechanism it is 131,400; where spans are read from memory it grows by half, to more than
# 185,000.
if [ "$bytes" -gt 140000 ]; then
  echo "kernel: more than 140000 bytes; the spans of the tile are no longer kept in registers"
  exit 1
fi
