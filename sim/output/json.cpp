#include "output/json.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>

namespace graduasi {

namespace {

using Document = nlohmann::ordered_json;

/// The nearest number of 7 significant digits: its shortest text has no more of them.
Document rounded(double value) {
  auto const text = seven_digits(value);
  if (text.empty()) return nullptr;
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  // Whole numbers without the ".0" that the library would add.
  if (result == std::trunc(result) && std::abs(result) < 1e15)
    return static_cast<std::int64_t>(result);
  return result;
}

Document document(Json const& json);

struct AsDocument {
  Document operator()(std::monostate) const { return nullptr; }
  Document operator()(bool value) const { return value; }
  Document operator()(std::int64_t value) const { return value; }
  Document operator()(double value) const { return rounded(value); }
  Document operator()(std::string const& text) const { return text; }
  Document operator()(Json::List const& list) const {
    auto all = Document::array();
    for (auto const& item : list) all.push_back(document(item));
    return all;
  }
  Document operator()(Json::Members const& members) const {
    auto all = Document::object();
    for (auto const& [name, value] : members) all[name] = document(value);
    return all;
  }
};

Document document(Json const& json) { return std::visit(AsDocument{}, json.value()); }

}  // namespace

Json::Json(bool value) : value_(value) {}
Json::Json(int value) : value_(std::int64_t{value}) {}
Json::Json(std::int64_t value) : value_(value) {}
Json::Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
Json::Json(double value) : value_(value) {}
Json::Json(char const* text) : value_(std::string(text)) {}
Json::Json(std::string_view text) : value_(std::string(text)) {}
Json::Json(std::string text) : value_(std::move(text)) {}
Json::Json(List list) : value_(std::move(list)) {}
Json::Json(Members members) : value_(std::move(members)) {}

std::string text_of(Json const& json, Layout layout) {
  int const indent = layout == Layout::indented ? 2 : -1;
  return document(json).dump(indent, ' ', false, Document::error_handler_t::replace);
}

}  // namespace graduasi
