// What is posted to the server, and how it answers.
#pragma once

#include "output/json.h"
#include "serve/documents.h"

#include <httplib.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

inline constexpr char const* json_type = "application/json";

/// Answers with a sentence that says why not.
void refuse(httplib::Response& response, int status, std::string const& why);

void answer(httplib::Response& response, Json const& json, int status = 200);

/// What was posted, where it is an object whose members of these names are texts; else the answer
/// says what is wrong.
std::optional<Document> posted(httplib::Request const& request, httplib::Response& response,
                               std::initializer_list<char const*> texts);

/// "en" or "id".
std::string language_in(Document const& document);

/// A member that may be missing; one that is no text is taken for an empty one, which is refused
/// where it is needed.
std::string text_in(Document const& document, char const* name, char const* otherwise);

/// The same of a list; empty where it is none.
std::vector<std::string> texts_in(Document const& document, char const* name);

}  // namespace graduasi
