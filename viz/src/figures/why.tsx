// What lies between policy and answer: measures of mentoring that the policy changes.
import { answersOf } from '../payload/answer_payload';
import { curvesOf, measuresWith, valueAtEnd, type Payload } from '../payload/payload';
import { mayBeNone } from '../payload/sweep_values';
import { inWords } from '../words/numbers';
import { labelOf, strings, unitName } from '../words/strings';

/** Those that tell most first. */
const between = [
  'workload',
  'visits_per_household',
  'contact_hours_per_household',
  'sessions_cancelled_share',
  'attendance',
  'assessments_per_family_year',
  'wrongly_seen_able_share',
  'agree_share',
  'fatigue',
  'burnt_out_share',
  'facilitator_vacancy_share',
  'self_confidence',
  'skills',
];
const most_told = 3;

/** What changes by less than this part of itself explains little. */
const least_change = 0.05;

/** The first measures of the list whose difference is clear and not small. */
function changesOf(payload: Payload, variant: string, policy: string) {
  const measures = measuresWith(payload, payload.curves);
  const end = (curves: Payload['curves'], measure: string, name: string) => {
    const curve = curvesOf(payload, curves, measure, variant).find((each) => each.policy === name);
    return curve ? valueAtEnd(payload, curve) : null;
  };
  return between
    .flatMap((name) => measures.filter((measure) => measure.name === name))
    .flatMap((measure) => {
      const from = end(payload.curves, measure.name, payload.baseline);
      const to = end(payload.curves, measure.name, policy);
      const difference = end(payload.differences, measure.name, policy);
      if (!from || !to || !difference || mayBeNone(difference) !== false) return [];
      const size = Math.max(Math.abs(from.value), Math.abs(to.value));
      return size > 0 && Math.abs(difference.value) / size >= least_change ? [{ measure, from, to }] : [];
    })
    .slice(0, most_told);
}

export function Why({ payload, variant, policy }: { payload: Payload; variant: string; policy: string }) {
  const words = strings.why;
  if (!answersOf(payload, variant).some((each) => each.policy === policy)) return null;
  const changes = changesOf(payload, variant, policy).map(({ measure, from, to }) => {
    const label = labelOf(measure);
    const unit = /^share\b/.test(measure.unit) ? '' : unitName(measure.unit);
    return words.change(
      label.charAt(0).toLocaleLowerCase(strings.locale) + label.slice(1),
      inWords(from.value, measure.unit),
      inWords(to.value, measure.unit),
      unit,
    );
  });
  if (changes.length === 0) return null;
  return (
    <p class="why">
      <b>{words.heading}</b> {words.between(changes.join('; '))}
    </p>
  );
}
