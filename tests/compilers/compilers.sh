#!/bin/sh
# The state after three years has the same bits from g++ and clang, optimised or not, at every
# instruction set: compilers.sh SIM_FOLDER WORK_FOLDER EIGEN_FOLDER LIBRARY, the library as the build has made it
set -eu
sim=$1 work=$2 eigen=$3 library=$4
mkdir -p "$work"
kernel_flags="-fno-math-errno -fno-trapping-math -ffinite-math-only -fno-signed-zeros"
sources="$(echo "$sim"/base/*.cpp "$sim"/population/*.cpp) $sim/model/aged_candidates.cpp $sim/model/approvals.cpp $sim/model/first_businesses.cpp $sim/model/first_families.cpp
  $sim/model/isa.cpp $sim/model/lives.cpp $sim/model/settled_assets.cpp $sim/model/state.cpp $sim/model/surveyed_families.cpp $sim/model/warm_start.cpp"

flags="-std=c++20 -I$sim -isystem $eigen -DEIGEN_MAX_ALIGN_BYTES=64 -fopenmp-simd -ffp-contract=off"
build() {  # NAME COMPILER OPTIMISATION
  # shellcheck disable=SC2086
  "$2" $flags $3 $kernel_flags -c "$sim/model/kernel.cpp" -o "$work/kernel-$1.o"
  # shellcheck disable=SC2086
  "$2" $flags $3 "$(dirname "$0")/state_hash.cpp" $sources "$work/kernel-$1.o" -o "$work/state-$1"
  "$work/state-$1" >"$work/hashes-$1"
}

# shellcheck disable=SC2086
g++ $flags -O1 "$(dirname "$0")/state_hash.cpp" "$library" -o "$work/state-library"
"$work/state-library" >"$work/hashes-library"
build gcc-O0 g++ -O0
build clang-O2 clang++ -O2
cat "$work"/hashes-* | sort | uniq -c
test "$(cat "$work"/hashes-* | sort -u | wc -l)" -eq 1
