import type { ComponentChildren } from 'preact';
import type { Measure } from '../payload/payload';
import { labelOf, strings } from '../words/strings';

interface Properties {
  id: string;
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ComponentChildren;
}

/** A labelled list of which one entry is chosen. On paper the figure's own title says what was chosen. */
export function Choice({ id, label, value, onChoose, children }: Properties) {
  return (
    <p class="choice on-screen">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
    </p>
  );
}

/** Those asked for most, which a reader of a long list finds first. */
const main_measures = [
  'cumulative_self_reliant',
  'became_able',
  'sustained_self_reliant',
  'premature_share',
  'incidence_self_reliant',
  'poor_share',
  'active',
  'workload',
  'visits_per_household',
  'self_confidence',
  'facilitators',
  'cumulative_programme_cost_rupiah',
];
/** A list as short as this needs no groups. */
const few_measures = 14;
const topics = ['exits', 'families', 'facilitators', 'money', ''];

function Options({ measures }: { measures: Measure[] }) {
  return (
    <>
      {measures.map((each) => (
        <option key={each.name} value={each.name}>
          {labelOf(each)}
        </option>
      ))}
    </>
  );
}

/** A list of measures, the long one in groups. */
export function MeasureChoice({ measures, ...rest }: Omit<Properties, 'children'> & { measures: Measure[] }) {
  const isMain = ({ name }: Measure) => main_measures.includes(name);
  const groups = [
    { topic: 'main', those: main_measures.flatMap((name) => measures.filter((each) => each.name === name)) },
    ...topics.map((topic) => ({
      topic,
      those: measures.filter((each) => !isMain(each) && (each.topic ?? '') === topic),
    })),
  ];
  return (
    <Choice {...rest}>
      {measures.length <= few_measures ? (
        <Options measures={measures} />
      ) : (
        groups
          .filter(({ those }) => those.length > 0)
          .map(({ topic, those }) => (
            <optgroup key={topic} label={strings.figures.topics[topic]}>
              <Options measures={those} />
            </optgroup>
          ))
      )}
    </Choice>
  );
}
