#include "output/csv.h"

namespace graduasi {

namespace {

/// Asked of every field of tables of a million rows, so without a search that stops early.
bool needs_quotes(std::string_view text) {
  bool needs = false;
  for (char const c : text) needs |= c == ',' || c == '"' || c == '\r' || c == '\n';
  return needs;
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (!needs_quotes(text)) return std::string(text);
  std::string quoted = "\"";
  for (char const character : text) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted += '"';
}

void put_csv_field(Sink& sink, std::string_view text) {
  if (needs_quotes(text))
    sink.put(csv_field(text));
  else
    sink.put(text);
}

}  // namespace graduasi
