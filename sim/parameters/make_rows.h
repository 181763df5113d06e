// Turns the tables of a root into rows. Costly to compile, so included by one unit only
// (scenario/parameter_rows.cpp).
#pragma once

#include "parameters/lookup.h"

#include <tuple>
#include <type_traits>

namespace graduasi {

namespace detail {

template <class T>
constexpr Kind kind_of() {
  if constexpr (std::is_same_v<T, bool>)
    return Kind::yes_no;
  else if constexpr (std::is_enum_v<T>)
    return Choice<T>::is_set ? Kind::set : Kind::choice;
  else if constexpr (std::is_integral_v<T>)
    return Kind::whole_number;
  else
    return Kind::number;
}

/// What holds a member; an enumeration is held as the whole number under it.
template <class T>
constexpr Storage storage_of() {
  if constexpr (std::is_enum_v<T>) {
    return storage_of<std::underlying_type_t<T>>();
  } else if constexpr (std::is_same_v<T, bool>) {
    return Storage::truth;
  } else if constexpr (std::is_same_v<T, int>) {
    return Storage::whole;
  } else if constexpr (std::is_same_v<T, std::uint32_t>) {
    return Storage::natural;
  } else {
    static_assert(std::is_same_v<T, float>, "a parameter is held in one of these");
    return Storage::real;
  }
}

template <class Root, class Group>
void append_rows(std::vector<Row>& rows, Group Root::*group) {
  static Root const holder{};
  auto const* const beginning = reinterpret_cast<std::byte const*>(&holder);
  for (auto const& p : Table<Group>::rows) {
    std::string path(Root::root);
    if (!Table<Group>::group.empty()) path.append(".").append(Table<Group>::group);
    path.append(".").append(p.name);
    p.member.visit([&](auto member) {
      using T = std::remove_cvref_t<decltype(holder.*group.*member)>;
      auto const* const address = reinterpret_cast<std::byte const*>(&(holder.*group.*member));
      rows.push_back({std::move(path), Root::root, kind_of<T>(), p.unit, p.range, choices_of<T>(),
                      p.meaning, p.source, storage_of<T>(),
                      static_cast<std::size_t>(address - beginning)});
    });
  }
}

}  // namespace detail

/// A root declares `static constexpr std::string_view root` and `groups()`, a tuple of its members.
template <class Root>
std::vector<Row> const& rows_of() {
  static std::vector<Row> const rows = [] {
    std::vector<Row> all;
    std::apply([&](auto... group) { (detail::append_rows(all, group), ...); }, Root::groups());
    return all;
  }();
  return rows;
}

}  // namespace graduasi
