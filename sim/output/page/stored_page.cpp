#include "output/page/stored_page.h"

#include "output/page/page.h"
#include "output/stored_json.h"
#include "store/folder.h"

namespace graduasi {

namespace {

constexpr DocumentKind page_kind{.file = page_file,
                                 .format = "format",
                                 .newest = payload_format,
                                 .missing = "from which the page is drawn; run its scenario again",
                                 .broken = "is not a payload of a page",
                                 .newer = "a newer one may draw this page"};

}  // namespace

std::string stored_payload(std::filesystem::path const& folder, std::optional<Language> language) {
  // Its members keep their order, so that what is read and written again is the same text.
  auto payload = read_document(folder, page_kind);
  if (language) payload["language"] = code_of(*language);
  return payload.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace graduasi
