// The tables of a result folder.
#pragma once

#include "outcome/estimate.h"
#include "outcome/outcome.h"
#include "output/rests_on.h"
#include "store/sink.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

// Rows stand in the order policy, variant, stratum, month, measure; measures are places in
// `measures()`, ascending. RFC 4180 but for the line end, which is "\n" alone.

/// A field as it stands in a file: in quotation marks when it holds a comma, one of them or a line
/// end.
std::string csv_field(std::string_view text);

/// One line of a file, field by field; it ends with this.
class CsvLine {
 public:
  explicit CsvLine(Sink& sink) : sink_(sink) {}
  ~CsvLine() { sink_.put('\n'); }
  CsvLine(CsvLine const&) = delete;
  CsvLine& operator=(CsvLine const&) = delete;

  CsvLine& text(std::string_view field) {
    separate();
    sink_.put(csv_field(field));
    return *this;
  }
  CsvLine& number(double value) {
    separate();
    sink_.number(value);
    return *this;
  }
  /// Mean, lower and upper.
  CsvLine& interval(Estimate const& e) { return number(e.mean).number(e.lower).number(e.upper); }

 private:
  void separate() {
    if (!first_) sink_.put(',');
    first_ = false;
  }

  Sink& sink_;
  bool first_ = true;
};

/// curves.csv: mean and interval of every recorded month.
void write_curves(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures);

/// summary.csv: the same for the last recorded month of each calendar year, the last one too if it
/// is cut short; month 0 belongs to no year of the run.
void write_summary(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures);

/// comparison.csv: every other policy less the baseline; only a header when there is none.
void write_comparison(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures);

/// replicates.csv: every figure of every finished piece.
void write_replicates(Sink& sink, Outcome const& outcome, std::span<std::size_t const> measures);

/// variants.csv: what each variant sets; words, true and false as a scenario writes them.
void write_variants(Sink& sink, Outcome const& outcome);

/// sensitivity.csv: what each uncertain parameter does to the answer, the furthest first.
void write_sensitivity(Sink& sink, Influences const& influences, std::string_view baseline);

/// codebook.csv: what the measures are.
void write_codebook(Sink& sink, std::span<std::size_t const> measures);

}  // namespace graduasi
