#include "results/stored_page.h"

#include "base/errors.h"
#include "results/page.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace graduasi {

std::string stored_payload(std::filesystem::path const& folder,
                           std::optional<std::string> const& language) {
  auto const file = folder / page_file;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw FileError(
        fmt::format("{}: holds no {}, from which the page is drawn; run its scenario "
                    "again",
                    folder.generic_string(), page_file));
  }
  // Ordered, so that what is read and written again is the same text.
  auto payload = nlohmann::ordered_json::parse(stream, nullptr, false);
  auto const name = file.generic_string();
  auto const format = payload.is_object() ? payload.find("format") : payload.end();
  if (format == payload.end() || !format->is_number_integer())
    throw FileError(name + ": is no payload of a page; run its scenario again");
  if (format->get<std::int64_t>() > payload_format) {
    throw ScenarioError({{name, fmt::format("format is {}; this program reads {}, a newer one may "
                                            "draw this page",
                                            format->get<std::int64_t>(), payload_format)}});
  }
  if (language) payload["language"] = *language;
  return payload.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace graduasi
