#include "base/language.h"

#include "base/contract.h"

namespace graduasi {

std::string filled(std::string_view text, std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (auto const part : parts) {
    auto const place = text.find("{}");
    expects(place != text.npos, "a text has a place for everything that is filled in");
    whole.append(text.substr(0, place)).append(part);
    text.remove_prefix(place + 2);
  }
  return whole.append(text);
}

}  // namespace graduasi
