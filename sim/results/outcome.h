// Everything that an experiment hands over to be written down.
#pragma once

#include "base/errors.h"
#include "results/measures.h"
#include "scenario/scenario.h"
#include "scenario/variants.h"
#include "tallies/tally.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace graduasi {

/// All measures of one piece in one stratum.
struct Series {
  Eigen::ArrayXXd values;  ///< a row per recorded month, a column per measure; NaN = not defined
};

/// Every month of a piece, from month 0 on.
/// @param tallies  month 0 to the last; families enrolled at month 0 are those active in it
Series series_of(MonthlyTallies const& tallies, Scale const& scale);

/// The rows of `series` for these months only.
Series only_months(Series const& series, std::vector<int> const& months);

/// One simulation: what a thread computes, and what is finished or not.
struct Piece {
  std::size_t policy = 0;
  std::size_t variant = 0;
  std::size_t draw = 0;
  std::size_t replicate = 0;
};

/// How the run went, for the manifest. Nothing of it enters a CSV file.
struct RunFacts {
  std::string version;
  std::string commit;
  std::string compiler;
  std::string isa;
  std::string machine;
  std::string command_line;
  std::string started;  ///< UTC, "2026-11-24T04:03:00Z"
  std::uint32_t seed = 0;
  std::vector<InputFile> inputs;
  std::int64_t households = 0;            ///< simulated in each piece
  std::int64_t programme_households = 0;  ///< that they stand for
  int threads = 0;
  double wall_seconds = 0;
  double household_months_per_second = 0;
  std::int64_t peak_memory_bytes = 0;
  std::string population_hash;
  std::vector<Warning> warnings;
  bool is_cut_short = false;  ///< stopped when all pieces were finished, before the rest was
};

/// Shape, figures and facts of a run. Slots exist before the run starts (`make_slots`), so that
/// each thread fills its own.
struct Outcome {
  std::vector<std::string> policies;  ///< the first is the baseline, present in every variant
  std::vector<Variant> variants;      ///< without a sweep the one called "base"
  std::vector<std::string> strata = {"all"};  ///< "all" first, then "area:NAME"
  std::size_t draws = 1;
  std::size_t replicates = 1;
  int months = 0;
  int strata_every = 12;  ///< months between two rows of a stratum other than `all`
  CalendarMonth start;
  /// For each policy the month from which its last levers hold in full; empty = from the start.
  std::vector<int> in_force;

  std::vector<Series> series;       ///< by `slot`
  std::vector<char> finished;       ///< by `place`; bytes, so that threads do not share one
  bool has_emptied_strata = false;  ///< some rest on too few families to be shown
  RunFacts facts;

  /// Pieces in order: policy, variant, draw, replicate.
  std::size_t pieces() const { return policies.size() * variants.size() * draws * replicates; }
  std::size_t place(Piece const& piece) const {
    return ((piece.policy * variants.size() + piece.variant) * draws + piece.draw) * replicates +
           piece.replicate;
  }
  std::size_t slot(Piece const& piece, std::size_t stratum) const {
    return place(piece) * strata.size() + stratum;
  }
};

/// Gives every piece its empty slots.
void make_slots(Outcome& outcome);

/// Months of which a stratum has a row: all of `all`; else every `strata_every`-th and the last.
std::vector<int> recorded_months(Outcome const& outcome, std::size_t stratum);

/// Stores one stratum of a piece.
/// @param tallies  of every month, whatever is recorded of them: totals need them all
void store(Outcome& outcome, Piece const& piece, std::size_t stratum, MonthlyTallies const& tallies,
           Scale const& scale);

/// Marks a piece whose strata are all recorded.
void finish(Outcome& outcome, Piece const& piece);

/// Gives another variant the same figures for the same policy, draw and replicate.
void share(Outcome& outcome, Piece const& finished, std::size_t variant);

std::size_t finished_pieces(Outcome const& outcome);

inline bool is_complete(Outcome const& outcome) {
  return finished_pieces(outcome) == outcome.pieces();
}

/// The calendar month that month `m` of the run is; month 0 is the one before the start.
inline CalendarMonth calendar_month_of(Outcome const& outcome, int month) {
  return later(outcome.start, month - 1);
}

}  // namespace graduasi
