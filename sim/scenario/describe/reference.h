// What can be said about the parameters, for readers of the reference page and of `explain`.
#pragma once

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

/// All parameters as a page of Markdown: one table for each root, with default, unit, range,
/// meaning, status and source. The text of `graduasi parameters`.
std::string parameters_page();

/// One parameter, one group ("world.skills") or one root ("world") in words, with the sources that
/// it names written out; or one source by its code ("S120"), with the parameters that name it. Ends
/// with a newline.
/// @throws ScenarioError with the nearest path when there is neither a path nor a source of that
///         name
std::string explanation(std::string_view path_or_code);

}  // namespace graduasi
