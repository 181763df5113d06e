#include "output/table.h"

#include "base/month_text.h"
#include "base/text.h"

#include <type_traits>

namespace graduasi {

std::string csv_text(Field const& field) {
  return std::visit(
      [](auto const& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, double>)
          return seven_digits(value);
        else if constexpr (std::is_same_v<Value, std::int64_t>)
          return std::to_string(value);
        else if constexpr (std::is_same_v<Value, CalendarMonth>)
          return first_day_text(value);
        else if constexpr (std::is_same_v<Value, std::monostate>)
          return {};
        else
          return csv_field(value);
      },
      field);
}

void put_field(Sink& sink, Field const& field) {
  // Most fields are one of these two, and need no text of their own.
  if (auto const* const number = std::get_if<double>(&field)) return sink.number(*number);
  if (auto const* const text = std::get_if<std::string_view>(&field))
    return put_csv_field(sink, *text);
  sink.put(csv_text(field));
}

}  // namespace graduasi
