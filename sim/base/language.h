// The languages in which people are addressed, and texts that exist in both.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace graduasi {

enum class Language { english, indonesian };

/// The codes of languages, as they are typed and written to files; in the order of `Language`.
inline constexpr auto language_codes = std::to_array<std::string_view>({"en", "id"});

constexpr std::string_view code_of(Language language) {
  return language_codes[static_cast<std::size_t>(language)];
}

/// The language of a code; nothing for any other text.
constexpr std::optional<Language> language_called(std::string_view code) {
  for (std::size_t i = 0; i < language_codes.size(); ++i)
    if (language_codes[i] == code) return static_cast<Language>(i);
  return std::nullopt;
}

/// A text that was read, in both languages.
struct Bilingual {
  std::string en, id;

  std::string const& in(Language language) const { return language == Language::english ? en : id; }
  bool operator==(Bilingual const&) const = default;
};

/// A text of the program in both languages, perhaps with places `{}` for what is filled in. One
/// without a translation, or with other places in it, does not compile.
class Text {
 public:
  consteval Text(char const* en, char const* id) : en_(en), id_(id) {
    if (en_.empty() || id_.empty()) throw std::logic_error("a text has both languages");
    if (places_in(en_) != places_in(id_))
      throw std::logic_error("both languages have the same places");
  }

  constexpr std::string_view in(Language language) const {
    return language == Language::english ? en_ : id_;
  }

 private:
  static consteval int places_in(std::string_view text) {
    int places = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
      places += text[i] == '{' && text[i + 1] == '}';
    return places;
  }

  std::string_view en_, id_;
};

/// The text with its places `{}` filled, one after another.
std::string filled(std::string_view text, std::initializer_list<std::string_view> parts);

}  // namespace graduasi
