#include "serve/posted.h"

#include <fmt/core.h>

namespace graduasi {

void refuse(httplib::Response& response, int status, std::string const& why) {
  response.status = status;
  response.set_content(text_of(Json::Members{{"error", why}}, Layout::line), json_type);
}

void answer(httplib::Response& response, Json const& json, int status) {
  response.status = status;
  response.set_content(text_of(json, Layout::line), json_type);
}

std::optional<Document> posted(httplib::Request const& request, httplib::Response& response,
                               std::initializer_list<char const*> texts) {
  auto document = Document::parse(request.body, nullptr, false);
  if (!document.is_object()) {
    refuse(response, 400, "what is posted must be a JSON object");
    return std::nullopt;
  }
  for (auto const* const name : texts) {
    if (document.contains(name) && document[name].is_string()) continue;
    refuse(response, 400, fmt::format("{} is missing, or is no text", name));
    return std::nullopt;
  }
  return document;
}

std::string language_in(Document const& document) {
  return document.value("language", Document("en")) == "id" ? "id" : "en";
}

std::string text_in(Document const& document, char const* name, char const* otherwise) {
  return document.contains(name) ? text_at(document, name) : otherwise;
}

std::vector<std::string> texts_in(Document const& document, char const* name) {
  std::vector<std::string> texts;
  auto const found = document.find(name);
  if (found == document.end() || !found->is_array()) return texts;
  for (auto const& one : *found)
    texts.push_back(one.is_string() ? one.get<std::string>() : std::string());
  return texts;
}

}  // namespace graduasi
