#include "output/stored_json.h"

#include "base/errors.h"
#include "base/files.h"

#include <fmt/format.h>

namespace graduasi {

namespace {

using Document = nlohmann::ordered_json;

/// Whoever walks through a document calls himself for each level, so its depth is bounded. Ours
/// have fewer than ten levels.
constexpr int max_levels = 100;

/// A page of half of it would bring any browser to its knees.
constexpr std::uintmax_t max_bytes = std::uintmax_t{512} << 20;

/// The text as JSON; a discarded value when it is none or nested too deeply.
Document parsed(std::string const& text) {
  bool is_too_deep = false;
  auto const keep = [&](int depth, Document::parse_event_t, Document&) {
    is_too_deep = is_too_deep || depth > max_levels;
    return !is_too_deep;
  };
  auto document = Document::parse(text, keep, false);
  return is_too_deep ? Document(Document::value_t::discarded) : document;
}

}  // namespace

Document read_document(std::filesystem::path const& folder, DocumentKind const& kind) {
  auto const file = folder / kind.file;
  auto const name = file.generic_string();
  auto const bytes = read_bytes(file, max_bytes);
  if (bytes.trouble == "is not there") {
    throw FileError(
        fmt::format("{}: holds no {}, {}", folder.generic_string(), kind.file, kind.missing));
  }
  if (!bytes.trouble.empty()) {
    throw FileError(
        fmt::format("{} {}; see to it, or run its scenario again", name, bytes.trouble));
  }
  auto const document = parsed(bytes.text);
  auto const format = document.is_object() ? document.find(kind.format) : document.end();
  if (format == document.end() || !format->is_number_integer() || *format < 1)
    throw FileError(fmt::format("{}: {}; run its scenario again", name, kind.broken));
  if (*format > kind.newest) {
    throw ScenarioError({{name, fmt::format("{} is {}; this program reads {}, {}", kind.format,
                                            format->dump(), kind.newest, kind.newer)}});
  }
  return document;
}

}  // namespace graduasi
