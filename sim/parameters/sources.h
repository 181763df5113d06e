// What the codes in the sources of parameters stand for: S120 a report, E113 a finding, D00 our own
// arithmetic. The list is scenarios/sources.csv; it travels inside the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// One line of scenarios/sources.csv.
struct CitedSource {
  std::string code;     ///< "S120"; findings of trials also go by the name of the study, "JPAL2015"
  std::string kind;     ///< article, working paper, report, statistics, news, ...
  std::string author;   ///< who wrote or published it
  std::string year;     ///< "2019"; "2019 or 2024" when it is not sure
  std::string title;    ///< with journal and pages, where there are any
  std::string address;  ///< "https://..."; "not found" or "none", and then `says` tells why
  std::string says;     ///< the figure or the rule that it is cited for
};

/// All of them, in the order of the file.
std::vector<CitedSource> const& all_sources();

/// Rows of a list of sources, in its own order.
/// @param csv  the text of the file, its header first
std::vector<CitedSource> read_sources(std::string_view csv);

/// The source of that code, or nothing.
CitedSource const* source_of(std::string_view code);

/// The codes in a text, each once, in the order in which they appear; "S38-S42" names all five.
std::vector<std::string> codes_in(std::string_view text);

/// The text of scenarios/sources.csv as it was when the program was built.
std::string_view embedded_sources();

}  // namespace graduasi
