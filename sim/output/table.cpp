#include "output/table.h"

#include "output/manifest.h"

#include <type_traits>

namespace graduasi {

void put_field(Sink& sink, Field const& field) {
  std::visit(
      [&](auto const& value) {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, double>)
          sink.number(value);
        else if constexpr (std::is_same_v<Value, std::int64_t>)
          sink.put(std::to_string(value));
        else if constexpr (std::is_same_v<Value, CalendarMonth>)
          sink.put(month_text(value));
        else if constexpr (!std::is_same_v<Value, std::monostate>)
          put_csv_field(sink, value);
      },
      field);
}

}  // namespace graduasi
