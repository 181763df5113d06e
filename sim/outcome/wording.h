// Figures for people, as their language writes them.
#pragma once

#include "base/language.h"

#include <string>

namespace graduasi {

/// A whole number in groups of three: "1,234,567", in Indonesian "1.234.567"; "-" when not defined.
std::string grouped(double value, Language language = Language::english);

/// The same with its sign: "+1,234", "-56", "0".
std::string signed_grouped(double value, Language language = Language::english);

/// "1.20 trillion", "33.3 billion", "4.00 million", "12,345"; "-" when not defined.
std::string in_words(double value, Language language = Language::english);

/// A number of families without needless digits: "10 million", "2.5 million", "200,000".
std::string size_in_words(double value, Language language = Language::english);

/// Any figure in few letters: four digits below 100, else `in_words`: "12.35", "1.20 trillion".
std::string compact(double value, Language language = Language::english);

/// "8.1 %"; "-" when not defined.
std::string percent(double share, Language language = Language::english);

/// A number that was written with a decimal point, as the language writes it: "8.1" or "8,1".
std::string with_decimals(std::string number, Language language);

}  // namespace graduasi
