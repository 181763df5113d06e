// JSON that others have written: what it lacks, or has of another kind, is taken for nothing.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace graduasi {

using Document = nlohmann::json;

/// A member that is text; else empty.
inline std::string text_at(Document const& document, char const* key) {
  auto const found = document.find(key);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The texts of a list; what else stands in it is left out.
inline std::vector<std::string> texts_at(Document const& document, char const* key) {
  std::vector<std::string> texts;
  auto const found = document.find(key);
  if (found == document.end() || !found->is_array()) return texts;
  for (auto const& item : *found)
    if (item.is_string()) texts.push_back(item.get<std::string>());
  return texts;
}

}  // namespace graduasi
