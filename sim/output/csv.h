// Fields of a CSV file. RFC 4180 but for the line end, which is "\n" alone.
#pragma once

#include "store/sink.h"

#include <string>
#include <string_view>

namespace graduasi {

/// A field as it is written in a file: in quotation marks when it holds a comma, one of them or a
/// line end.
std::string csv_field(std::string_view text);

/// Writes such a field.
void put_csv_field(Sink& sink, std::string_view text);

}  // namespace graduasi
