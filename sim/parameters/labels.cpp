#include "parameters/labels.h"

#include "base/contract.h"
#include "base/csv_reader.h"

#include <algorithm>

namespace graduasi {

std::vector<ParameterLabel> read_labels(std::string_view csv) {
  TextStream stream(csv);
  CsvReader reader(stream, our_tables, "sim/parameters/labels.csv");
  std::vector<ParameterLabel> all;
  CsvRow row;
  for (bool header = true; reader.next(row); header = false) {
    expects(row.size() == 6, "a label has six fields");
    if (header) continue;
    auto const rank = row[1].text;
    expects(rank == "1" || rank == "2" || rank == "3", "a rank is 1, 2 or 3");
    all.push_back({row[0].text,
                   static_cast<Rank>(rank.front() - '0'),
                   {row[2].text, row[3].text},
                   {row[4].text, row[5].text}});
  }
  expects(reader.problems().empty(), "quotes in the list of labels close");
  return all;
}

std::vector<ParameterLabel> const& all_labels() {
  static std::vector<ParameterLabel> const all = read_labels(embedded_labels());
  return all;
}

ParameterLabel const* label_of(std::string_view path) {
  auto const found = std::ranges::find(all_labels(), path, &ParameterLabel::path);
  return found == all_labels().end() ? nullptr : &*found;
}

}  // namespace graduasi
