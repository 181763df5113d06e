#!/bin/sh
# Sets the exits of history_2017_2025.yaml beside the published ones: history.sh [PROGRAM [WORK_FOLDER]].
# Counts in thousands, over the months that the published figure covers; shares of the families that the
# published share is of. Nothing is tuned to these figures, and no exit status depends on them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-$here/../build/release/graduasi} work=${2:-results/history_2017_2025}
"$program" run "$here/history_2017_2025.yaml" -o "$work" --force --quiet --no-report >/dev/null

awk -F, '
  $3 == "all" && $2 == "base" { value[$1, $5, $4] = $6; if (!($1 in seen)) { seen[$1]; order[++policies] = $1 } }
  function exits(measure, year, months,   from) {
    from = 12 * (year - 2016)
    return (value[policy, "cumulative_" measure, from + months] - value[policy, "cumulative_" measure, from]) / 1000
  }
  END {
    policy = order[1]
    printf "%s\nyear months  families at the end  natural  self-reliant  struck off  mismatch  compared  published\n", policy
    split("2017 2018 2019 2020 2021 2022 2023 2024 2025", years, " ")
    months[2020] = 11; months[2025] = 10
    base[2017] = 6228.81; base[2018] = base[2020] = base[2025] = 10000
    published[2017] = "230 = 3.8 %"; published[2018] = "622 = 6.2 %"
    published[2020] = "838 + 342 = 11.8 %"; published[2025] = "77 = 0.8 %, self-reliant alone"
    for (y = 1; y <= 9; ++y) {
      year = years[y]; m = months[year] ? months[year] : 12
      n = exits("natural_exit", year, m); s = exits("self_reliant", year, m)
      compared = year == 2025 ? s : n + s
      printf "%4d %6d %20.2f %8.0f %13.0f %11.0f %9.0f %9s  %s\n", year, m,
        value[policy, "active", 12 * (year - 2015)] / 1e6, n, s, exits("struck_off", year, m),
        exits("removal", year, m), base[year] ? sprintf("%.1f %%", 100 * compared / base[year]) : "",
        base[year] ? published[year] : ""
    }
    print "\nthe same share without one thing         2017    2018    2020    2025 (self-reliant)"
    for (p = 1; p <= policies; ++p) {
      policy = order[p]
      printf "%-35s", policy
      for (y = 1; y <= 9; ++y) {
        year = years[y]; if (!base[year]) continue
        m = months[year] ? months[year] : 12
        compared = exits("self_reliant", year, m) + (year == 2025 ? 0 : exits("natural_exit", year, m))
        printf " %5.1f %%", 100 * compared / base[year]
      }
      print ""
    }
  }' "$work/curves.csv"
