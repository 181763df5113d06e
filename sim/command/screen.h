// How an answer is printed: as a table in colour or not, or as JSON.
#pragma once

#include "command/request.h"
#include "output/json.h"
#include "output/text_table.h"

#include <string>

namespace graduasi {

/// Whether stdout is to be written in colour: as asked, else on a terminal without NO_COLOR.
Color color_of(Request const& request);

/// The same, and in which language.
Style style_of(Request const& request);

/// A document as `--json` prints it; ends with a line end.
std::string in_full(Json const& document);

}  // namespace graduasi
