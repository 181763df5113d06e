// What can be said about the parameters, for readers of the reference page and of `explain`.
#pragma once

#include "base/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// A parameter, or a key beside the tables, with everything that is known of it, as texts.
struct Description {
  std::string path, standard, unit, range, meaning, source;
};

/// The keys beside the tables, then every parameter in the order of a scenario.
std::vector<Description> all_descriptions();

/// What a source is: sourced, derived, calibrated, assumption, or a choice of the user.
std::string_view status_of(std::string_view source);

/// All parameters as a page of Markdown: one table for each root, with label, default, unit, range,
/// meaning, status and source. The text of `graduasi parameters`. In Indonesian, parameters have
/// their help in place of the meaning, which is English; so are units, sources and the keys beside
/// the tables.
std::string parameters_page(Language language = Language::english);

/// Parameters and words of the programme that are called so, in either language, one below the
/// other with label and help. The text of `graduasi parameters --find`.
/// @throws ScenarioError with the nearest word when there is none
std::string parameters_called(std::string_view words, Language language = Language::english);

/// One parameter, one group ("world.skills") or one root ("world") in words, with the sources that
/// it names written out; or one source by its code ("S120"), with the parameters that name it; or
/// what a word of the programme means ("PENA", "pendamping"), with the parameters that speak of it.
/// Ends with a newline. Label and help are in the language; meaning, unit and source are English.
/// @throws ScenarioError with the nearest path when nothing of that name is known
std::string explanation(std::string_view asked, Language language = Language::english);

}  // namespace graduasi
