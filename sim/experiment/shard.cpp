#include "experiment/shard.h"

#include <charconv>

namespace graduasi {

std::string Shard::name() const { return std::to_string(number) + "/" + std::to_string(of); }

std::optional<Shard> shard_named(std::string_view name) {
  constexpr std::size_t most = 10000;
  auto const slash = name.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  auto const number = [](std::string_view digits) {
    std::size_t value = 0;
    auto const* const end = digits.data() + digits.size();
    auto const [stop, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc() && stop == end ? value : 0;
  };
  Shard const shard{number(name.substr(0, slash)), number(name.substr(slash + 1))};
  if (shard.number < 1 || shard.number > shard.of || shard.of > most) return std::nullopt;
  return shard;
}

}  // namespace graduasi
