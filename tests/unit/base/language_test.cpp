#include "base/language.h"

#include <catch2/catch.hpp>

using namespace graduasi;

TEST_CASE("language: a code leads to its language and back", "[unit][base]") {
  CHECK(code_of(Language::english) == "en");
  CHECK(code_of(Language::indonesian) == "id");
  CHECK(language_called("id") == Language::indonesian);
  CHECK_FALSE(language_called("ID"));
  CHECK_FALSE(language_called(""));
}

TEST_CASE("language: a text is told in either language, its places filled in order",
          "[unit][base]") {
  constexpr Text greeting("{} of {} families", "{} dari {} keluarga");
  CHECK(filled(greeting.in(Language::english), {"3", "7"}) == "3 of 7 families");
  CHECK(filled(greeting.in(Language::indonesian), {"3", "7"}) == "3 dari 7 keluarga");
  CHECK(filled("nothing to fill", {}) == "nothing to fill");
}
