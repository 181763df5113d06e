#include "parameters/lookup.h"

#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace graduasi {

namespace {

template <class T>
double loaded(std::byte const* address) {
  T value;
  std::memcpy(&value, address, sizeof value);
  return static_cast<double>(value);
}

template <class T>
void stored(std::byte* address, double number) {
  auto const value = static_cast<T>(number);
  std::memcpy(address, &value, sizeof value);
}

}  // namespace

double Row::load(std::byte const* address) const {
  switch (storage) {
    case Storage::whole:
      return loaded<int>(address);
    case Storage::natural:
      return loaded<std::uint32_t>(address);
    case Storage::truth:
      return loaded<bool>(address);
    case Storage::real:
      break;
  }
  return loaded<float>(address);
}

void Row::store(std::byte* address, double value) const {
  switch (storage) {
    case Storage::whole:
      return stored<int>(address, value);
    case Storage::natural:
      return stored<std::uint32_t>(address, value);
    case Storage::truth:
      return stored<bool>(address, value);
    case Storage::real:
      break;
  }
  stored<float>(address, value);
}

std::string text_of(Row const& row, double value) {
  switch (row.kind) {
    case Kind::yes_no:
      return value != 0 ? "true" : "false";
    case Kind::whole_number:
      return shortest(value);
    case Kind::choice:
      return std::string(row.words[static_cast<std::size_t>(value)]);
    case Kind::set: {
      std::string text = "[";
      for (std::size_t i = 0; i < row.words.size(); ++i) {
        if ((static_cast<unsigned>(value) >> i & 1u) == 0) continue;
        text.append(text.size() > 1 ? ", " : "").append(row.words[i]);
      }
      return text + "]";
    }
    case Kind::number:
      break;
  }
  return shortest(static_cast<float>(value));
}

Row const* find_row(std::vector<Row> const& rows, std::string_view path) {
  auto const found = std::ranges::find(rows, path, &Row::path);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace graduasi
