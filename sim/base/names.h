// Names of policies, areas and groups: they go into tables, pages and terminals as they are.
#pragma once

#include "base/errors.h"

#include <span>
#include <string>
#include <string_view>

namespace graduasi {

/// What keeps a text from being a name: "it holds a line break", "it holds the control character
/// U+009B", "it holds U+202E, which turns the direction of writing", "its byte E9 is not UTF-8";
/// empty for a name. Blanks of any kind are allowed.
std::string fault_of_name(std::string_view text);

/// The same in lower case (ASCII alone), with one blank for each run of blanks of any kind and none
/// at the ends: equal for names that look the same.
std::string alike(std::string_view name);

/// Whether a spreadsheet takes a cell that begins so for a formula: = + - @, a tab or a carriage
/// return.
bool opens_a_formula(std::string_view text);

/// Warns of names that open a formula, the first five of them by name.
Warning formula_warning(std::string place, std::span<std::string const> names);

}  // namespace graduasi
