// Keys of the blocks of a scenario (`optimise`, `attribute`, ...) and of what stands in its lists
// (policies, events, findings) as rows, each beside the struct that holds its value. Reader,
// reference page, JSON Schema, `diff` and `resolved.yaml` loop over the rows, so a key is known in
// one place.
#pragma once

#include "base/calendar.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct Between;
enum class ArmUnit;
enum class EffectUnit;

/// The words of a choice whose table this header does not know.
using WordsOf = std::span<std::string_view const> (*)();

/// What a value may be, and with it how it is read, told and written.
enum class KeyForm {
  whole_number,
  number,
  single,            ///< a number kept as a float
  numbers,           ///< a list, kept in order of size
  between,           ///< [least, most]
  yes_no,            ///< true or false; nothing: either
  choice,            ///< one of a few words: an enumeration, as the place of its word
  place,             ///< the same, kept as the place in a table
  word,              ///< the same, kept as the word
  mark,              ///< one word that is there or not
  text,              ///< one line; empty: none
  measure,           ///< the name of a measure
  policy,            ///< the name of a policy; empty: the baseline
  arm,               ///< the same, kept as the number of the policy
  month_of_run,      ///< nothing: the last one
  month_from_start,  ///< of the run; 0 is the first day
  date,              ///< a month of the calendar
  date_in_run,       ///< the same, and the run has it
  numbered_date,     ///< the same, kept as the number of the month, from 1
  list,              ///< of maps, whose keys are rows of their own
  own                ///< no single value: functions of the block read and tell it
};

/// A list of maps: what may stand there, in words, and those that end the sentence.
struct ListOf {
  std::string_view allowed;
  std::span<std::string_view const> words{};
};

/// What is done with a value of `KeyForm::own`; see `scenario/blocks/own_form.h`.
template <class Plan>
struct OwnForm;

/// Where a block's struct holds the value of a key, and what it may be. A plain union, so that the
/// rows cost little in every unit that reads the struct.
template <class Plan>
class Holding {
 public:
  constexpr Holding(int Plan::*m, Range r) : form(KeyForm::whole_number), range(r), whole_(m) {}
  constexpr Holding(double Plan::*m, Range r) : form(KeyForm::number), range(r), number_(m) {}
  constexpr Holding(float Plan::*m, Range r) : form(KeyForm::single), range(r), single_(m) {}
  constexpr Holding(std::vector<double> Plan::*m, Range r, std::string_view such_as)
      : form(KeyForm::numbers), range(r), example(such_as), numbers_(m) {}
  constexpr Holding(Between Plan::*m, Range r) : form(KeyForm::between), range(r), between_(m) {}
  constexpr Holding(std::optional<bool> Plan::*m) : form(KeyForm::yes_no), yes_no_(m) {}
  constexpr Holding(ArmUnit Plan::*m, std::span<std::string_view const> names)
      : form(KeyForm::choice), words(names), unit_(m) {}
  constexpr Holding(EffectUnit Plan::*m, std::span<std::string_view const> names)
      : form(KeyForm::choice), words(names), effect_(m) {}
  constexpr Holding(std::string Plan::*m, std::span<std::string_view const> names)
      : form(KeyForm::word), words(names), name_(m) {}
  /// Values that stand deeper in the struct than a pointer to a member reaches.
  constexpr Holding(std::size_t const& (*in)(Plan const&), WordsOf names)
      : form(KeyForm::place), words_of(names), place_(in) {}
  constexpr Holding(std::size_t const& (*in)(Plan const&), KeyForm arm) : form(arm), place_(in) {}
  constexpr Holding(int const& (*in)(Plan const&), KeyForm month) : form(month), numbered_(in) {}
  constexpr Holding(bool Plan::*m, std::span<std::string_view const, 1> word)
      : form(KeyForm::mark), words(word), mark_(m) {}
  constexpr Holding(std::string Plan::*m, KeyForm name) : form(name), name_(m) {}
  constexpr Holding(std::optional<int> Plan::*m) : form(KeyForm::month_of_run), month_(m) {}
  constexpr Holding(CalendarMonth Plan::*m, KeyForm month = KeyForm::date)
      : form(month), date_(m) {}
  constexpr Holding(ListOf list)
      : form(KeyForm::list), words(list.words), example(list.allowed), own_(nullptr) {}
  constexpr Holding(OwnForm<Plan> const* functions) : form(KeyForm::own), own_(functions) {}

  KeyForm form;
  Range range{0, 0};
  std::span<std::string_view const> words{};
  WordsOf words_of = nullptr;
  std::string_view example{};  ///< of a list, in messages

  /// Its own functions, or null.
  constexpr OwnForm<Plan> const* own() const { return form == KeyForm::own ? own_ : nullptr; }

  /// Where the value stands in `plan`; null when there is no single value.
  void const* place_in(Plan const& plan) const {
    switch (form) {
      case KeyForm::whole_number:
        return &(plan.*whole_);
      case KeyForm::number:
        return &(plan.*number_);
      case KeyForm::single:
        return &(plan.*single_);
      case KeyForm::numbers:
        return &(plan.*numbers_);
      case KeyForm::between:
        return &(plan.*between_);
      case KeyForm::yes_no:
        return &(plan.*yes_no_);
      case KeyForm::choice:
        return &(plan.*unit_);
      case KeyForm::place:
      case KeyForm::arm:
        return &place_(plan);
      case KeyForm::mark:
        return &(plan.*mark_);
      case KeyForm::word:
      case KeyForm::text:
      case KeyForm::measure:
      case KeyForm::policy:
        return &(plan.*name_);
      case KeyForm::month_of_run:
        return &(plan.*month_);
      case KeyForm::month_from_start:
      case KeyForm::numbered_date:
        return &numbered_(plan);
      case KeyForm::date:
      case KeyForm::date_in_run:
        return &(plan.*date_);
      case KeyForm::list:
      case KeyForm::own:
        break;
    }
    return nullptr;
  }

 private:
  union {
    int Plan::*whole_;
    double Plan::*number_;
    float Plan::*single_;
    std::vector<double> Plan::*numbers_;
    Between Plan::*between_;
    std::optional<bool> Plan::*yes_no_;
    ArmUnit Plan::*unit_;
    EffectUnit Plan::*effect_;
    std::size_t const& (*place_)(Plan const&);
    int const& (*numbered_)(Plan const&);
    bool Plan::*mark_;
    std::string Plan::*name_;
    std::optional<int> Plan::*month_;
    CalendarMonth Plan::*date_;
    OwnForm<Plan> const* own_;
  };
};

/// One key of a block: all that is known of it, and the only place where it is known. Its default
/// is what the struct holds.
template <class Plan>
struct KeyRow {
  std::string_view name;
  Holding<Plan> holding;
  std::string_view unit;
  std::string_view meaning;
  std::string_view aside{};     ///< in `resolved.yaml` in place of the unit
  std::string_view standard{};  ///< the default in words, where the struct does not hold it
  std::string_view missing{};   ///< what is said where it is left out; empty: it may be
};

/// Specialised beside each struct: `name` and `meaning` of the block, and `keys`.
template <class Plan>
struct BlockOf;

/// Families and replicates of each of the many runs of an analysis.
inline constexpr Range small_run_households{1, 100000000};
inline constexpr Range small_run_replicates{1, 10000};

}  // namespace graduasi
