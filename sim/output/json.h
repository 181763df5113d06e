// JSON documents. The library behind it is included in json.cpp alone: it is slow to compile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace graduasi {

/// A JSON value. Real numbers leave with 7 significant digits, and as null when not defined; whole
/// numbers leave exactly. Members keep their order.
class Json {
 public:
  using List = std::vector<Json>;
  using Members = std::vector<std::pair<std::string, Json>>;

  Json() = default;  ///< null
  Json(bool value);
  Json(int value);
  Json(std::int64_t value);
  Json(std::size_t value);
  Json(double value);
  Json(char const* text);
  Json(std::string_view text);
  Json(std::string text);
  Json(List list);
  Json(Members members);

  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Members> const&
  value() const {
    return value_;
  }

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Members> value_;
};

/// One line, or indented by two blanks. Bytes that are no UTF-8 are replaced.
enum class Layout { line, indented };
std::string text_of(Json const& json, Layout layout);

/// The value, or null where there is none.
template <class Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json();
}

/// A list of what `each` gives for every item.
template <class Items, class Each>
Json::List list_of(Items const& items, Each each) {
  Json::List list;
  for (auto const& item : items) list.push_back(Json(each(item)));
  return list;
}

}  // namespace graduasi
