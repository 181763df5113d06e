// Competent mentoring: what a facilitator is able to do, by talent, by training that fades, and by
// experience.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

namespace graduasi {

/// What a facilitator is able to do: own talent, training that decays, and experience.
struct CompetenceParameters {
  bool on = true;
  float mean = 0.6f;
  float sd = 0.12f;
  float training_gain = 0.76f;
  float kept = 0.92f;
  float refresher_pull = 0.43f;
  float refresher_ceiling = 1.0f;
  float novice = -0.6f;
  float novice_months = 18;
  float tired_loss = 0.3f;
};

template <>
struct Table<CompetenceParameters> {
  static constexpr std::string_view group = "competence";
  static constexpr auto rows = std::to_array<Parameter<CompetenceParameters>>({
      {"on",
       &CompetenceParameters::on,
       "",
       {0, 1},
       "whether training and experience count; off, competence is a facilitator's talent for good",
       "choice of the user"},
      {"mean",
       &CompetenceParameters::mean,
       "share",
       {0, 1},
       "mean competence of experienced facilitators",
       "assumption, 0.4 to 0.8"},
      {"sd",
       &CompetenceParameters::sd,
       "share",
       {0, 0.5},
       "spread of competence between facilitators; effects below are in this unit",
       "assumption, 0.05 to 0.2"},
      {"training_gain",
       &CompetenceParameters::training_gain,
       "sd",
       {0, 3},
       "competence right after a course",
       "E118: 0.76, 0.5 to 1.0"},
      {"kept",
       &CompetenceParameters::kept,
       "per month",
       {0, 1},
       "part of what was trained that is left after a month",
       "E119: 0.92, 0.90 to 0.95"},
      {"refresher_pull",
       &CompetenceParameters::refresher_pull,
       "share",
       {0, 1},
       "part of the way to the ceiling that one refresher goes",
       "derived from E120, 0.3 to 0.6"},
      {"refresher_ceiling",
       &CompetenceParameters::refresher_ceiling,
       "sd",
       {0, 3},
       "gain that refreshers lead to",
       "assumption"},
      {"novice",
       &CompetenceParameters::novice,
       "sd",
       {-3, 0},
       "competence of who begins, against the same person with experience",
       "assumption, -1 to 0"},
      {"novice_months",
       &CompetenceParameters::novice_months,
       "months",
       {1, 120},
       "until experience is complete",
       "assumption, 6 to 36"},
      {"tired_loss",
       &CompetenceParameters::tired_loss,
       "share",
       {0, 1},
       "of the quality of mentoring that full fatigue costs",
       "assumption, 0 to 0.5"},
  });
  static_assert(describes(rows));
};

/// What training is still worth after a month: it decays to what supervision upholds, refreshers
/// pull it up again, and a course renews it.
/// @param gain     in standard deviations of competence, >= 0
/// @param trained  whether a course was taken this month
/// @param upheld   what it decays to, in standard deviations of competence
inline float gain_after_month(float gain, bool trained, TrainingLevers const& training,
                              CompetenceParameters const& p, float upheld = 0) {
  if (!p.on) return 0.0f;
  float const kept = p.kept * gain + (1.0f - p.kept) * upheld;
  float const refreshers = training.refreshers_per_year * (1.0f / 12.0f);
  float const missing = math::max(p.refresher_ceiling - kept, 0.0f);
  float const refreshed = kept + math::min(refreshers * p.refresher_pull, 1.0f) * missing;
  return trained ? math::max(refreshed, p.training_gain) : refreshed;
}

/// Where the gain of training settles, on average over facilitators and months.
inline float settled_gain(TrainingLevers const& training, CompetenceParameters const& p,
                          float upheld = 0) {
  float const course = math::min(training.courses_per_year * (1.0f / 12.0f), 1.0f);
  float gain = 0;
  for (int month = 0; month < 120; ++month) {
    float const untrained = gain_after_month(gain, false, training, p, upheld);
    gain = untrained + course * (gain_after_month(gain, true, training, p, upheld) - untrained);
  }
  return gain;
}

/// @param talent  of the person, standard normal
/// @param gain    of training, in standard deviations
/// @param tenure  months in the post
/// @returns       competence against the mean, in standard deviations
inline float skill_of(float talent, float gain, float tenure, CompetenceParameters const& p) {
  float const green = p.on ? p.novice * math::max(1.0f - tenure / p.novice_months, 0.0f) : 0.0f;
  return talent + gain + green;
}

/// @returns  share in [0, 1]
inline float competence_of(float talent, float gain, float tenure, CompetenceParameters const& p) {
  return math::clip01(p.mean + p.sd * skill_of(talent, gain, tenure, p));
}

/// What of a facilitator reaches families: competence, with the material and support that he has,
/// as far as he is not worn out.
/// @param resources  against what mentoring needs, share in [0, 1]
/// @param fatigue    share in [0, 1]
/// @returns          share in [0, 1]
inline float quality_of(float competence, float resources, float fatigue,
                        CompetenceParameters const& p) {
  return competence * resources * (1.0f - p.tired_loss * fatigue);
}

}  // namespace graduasi
