// What is no single value in a finding: when it is reproduced, and what is subtracted.
#include "scenario/blocks/finding.h"

#include "base/text.h"
#include "scenario/blocks/own_form.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/scenario.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>

namespace graduasi {

namespace {

constexpr Range any_figure{-1e9, 1e9};
constexpr Range not_negative{0, 1e9};
constexpr auto signs = std::to_array<std::string_view>({"positive", "negative"});

constexpr auto effect_key_names = [] {
  std::array<std::string_view, BlockOf<Effect>::keys.size()> names;
  std::ranges::transform(BlockOf<Effect>::keys, names.begin(), &KeyRow<Effect>::name);
  return names;
}();

std::string sign_text(Finding const& finding) {
  return finding.rule == PassRule::positive   ? "positive"
         : finding.rule == PassRule::negative ? "negative"
                                              : "";
}

std::string reason_text(Finding const& finding) {
  return finding.rule == PassRule::cannot ? in_quotes(finding.note) : std::string();
}

/// A rule that is said by a number.
template <PassRule rule, auto number>
std::string number_text(Finding const& finding) {
  return finding.rule == rule ? shortest(finding.*number) : std::string();
}

/// Hands over a text, unless there is none.
template <auto text_in>
void tell_text(Finding const& finding, Scenario const&, Tell const& tell) {
  if (auto text = text_in(finding); !text.empty()) tell("", std::move(text));
}

template <auto text_in>
std::string written_text(Finding const& finding, Scenario const&) {
  auto const text = text_in(finding);
  return text.empty() ? text : " " + text;
}

constexpr Range range_of(PassRule rule) {
  return rule == PassRule::near_zero ? not_negative : any_figure;
}

template <PassRule rule, auto number>
constexpr OwnForm<Finding> number_rule = {
    .standard = nullptr,
    .allowed = rule == PassRule::near_zero ? "a number, 0 or more" : "a number",
    .read =
        [](Entry const& written, std::string const& path, BlockReading const& reading,
           Finding& finding) {
          finding.rule = rule;
          Rule const figure{Kind::number, "", range_of(rule)};
          if (auto const value = checked_value(written, path, figure, reading.problems))
            finding.*number = *value;
        },
    .tell = tell_text<number_text<rule, number>>,
    .write = written_text<number_text<rule, number>>,
    .schema = [](SchemaParts const&) { return number_in(range_of(rule)); },
};

/// The outcome whose mean the mean is a share of.
std::string of_text(Effect const& effect) {
  return effect.of ? std::string(outcome_names()[*effect.of]) : std::string();
}

/// "{arm: "treated", month: 24}".
std::string than_text(Finding const& finding, Scenario const& scenario) {
  if (!finding.than) return {};
  auto const& block = rows_of_item<Effect>();
  std::string text;
  for (auto const& key : block.keys) {
    auto const value = leaves_out(block, &*finding.than, key)
                           ? std::string()
                           : yaml_value(key, &*finding.than, scenario);
    if (value.empty()) continue;
    text += (text.empty() ? "" : ", ") + std::string(last_part(key.path)) + ": " + value;
  }
  return "{" + text + "}";
}

Schema than_schema(SchemaParts const& parts) {
  Schema keys = Schema::object();
  for (auto const& key : rows_of_item<Effect>().keys)
    keys[std::string(last_part(key.path))] = key_schema(key, parts);
  return section(std::move(keys), "an effect that is subtracted");
}

}  // namespace

OwnForm<Effect> const BlockOf<Effect>::of = {
    .standard = nullptr,
    .allowed = "a measure of families",
    .read =
        [](Entry const& written, std::string const& path, BlockReading const& reading,
           Effect& effect) {
          if (auto const place = checked_choice(written, path, outcome_names(), reading.problems))
            effect.of = static_cast<std::size_t>(*place);
        },
    .tell =
        [](Effect const& effect, Scenario const&, Tell const& tell) {
          if (effect.of) tell("", of_text(effect));
        },
    .write = [](Effect const& effect,
                Scenario const&) { return effect.of ? " " + of_text(effect) : std::string(); },
    .schema = [](SchemaParts const&) { return one_of(outcome_names()); },
};

using OfFinding = BlockOf<Finding>;

OwnForm<Finding> const OfFinding::value = number_rule<PassRule::value, &Finding::value>;
OwnForm<Finding> const OfFinding::within = number_rule<PassRule::near_zero, &Finding::bound>;
OwnForm<Finding> const OfFinding::at_least = number_rule<PassRule::at_least, &Finding::bound>;
OwnForm<Finding> const OfFinding::at_most = number_rule<PassRule::at_most, &Finding::bound>;

OwnForm<Finding> const OfFinding::sign = {
    .standard = nullptr,
    .allowed = "positive or negative",
    .read =
        [](Entry const& written, std::string const& path, BlockReading const& reading,
           Finding& finding) {
          Rule const rule{Kind::choice, "", {0, signs.size() - 1.0}, signs};
          auto const place = checked_value(written, path, rule, reading.problems).value_or(0);
          finding.rule = place == 0 ? PassRule::positive : PassRule::negative;
        },
    .tell = tell_text<sign_text>,
    .write = written_text<sign_text>,
    .schema = [](SchemaParts const&) { return one_of(signs); },
};

OwnForm<Finding> const OfFinding::cannot = {
    .standard = nullptr,
    .allowed = "one line of text",
    .read =
        [](Entry const& written, std::string const& path, BlockReading const& reading,
           Finding& finding) {
          finding.rule = PassRule::cannot;
          finding.note = checked_text(written, path, reading.problems).value_or("");
        },
    .tell =
        [](Finding const& finding, Scenario const&, Tell const& tell) {
          if (finding.rule == PassRule::cannot) tell("", finding.note);
        },
    .write = written_text<reason_text>,
    .schema = [](SchemaParts const&) { return one_line(); },
};

OwnForm<Finding> const OfFinding::than = {
    .standard = nullptr,
    .allowed = "a map of ",
    .words = effect_key_names,
    // Read once the effect that it is subtracted from is known.
    .read = [](Entry const&, std::string const&, BlockReading const&, Finding&) {},
    .tell =
        [](Finding const& finding, Scenario const& scenario, Tell const& tell) {
          if (finding.than) tell("", than_text(finding, scenario));
        },
    .write =
        [](Finding const& finding, Scenario const& scenario) {
          auto const text = than_text(finding, scenario);
          return text.empty() ? text : " " + text;
        },
    .schema = than_schema,
};

}  // namespace graduasi
