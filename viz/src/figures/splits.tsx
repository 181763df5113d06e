// Groups of families: one split at a time, chosen by the reader.
import { useState } from 'preact/hooks';
import { Choice, MeasureChoice } from '../parts/choice';
import { measuresWith, type Payload } from '../payload/payload';
import { asPanels } from '../payload/split_values';
import { splitName, strings } from '../words/strings';
import { GroupPanels } from './group_panels';
import { GroupRows } from './group_rows';

/** Of these the first that the split has is shown at first: shares, because groups differ in size. */
const first_measures = ['incidence_self_reliant', 'poor_share', 'able_share'];

export function Splits({
  payload,
  variant,
  hidden,
  policy: chosen,
}: {
  payload: Payload;
  variant: string;
  hidden: Set<string>;
  policy: string;
}) {
  const [splitChosen, setSplit] = useState(payload.splits[0]?.name ?? '');
  const [measureChosen, setMeasure] = useState('');
  const [policyChosen, setPolicy] = useState(
    payload.policies.find((policy) => policy !== payload.baseline) ?? payload.baseline,
  );
  const split = payload.splits.find(({ name }) => name === splitChosen);
  if (!split) return null;
  const measures = measuresWith(payload, split.curves);
  const named = (name: string) => measures.find((each) => each.name === name);
  // A measure chosen in one split stays chosen in the next, where that has it.
  const measure = named(measureChosen) ?? first_measures.map(named).find((each) => each !== undefined) ?? measures[0];
  if (!measure) return null;
  const words = strings.splits;
  const panels = asPanels(split);
  return (
    <>
      <div class="figure-head">
        <div class="choices">
          <Choice id="split-choice" label={words.split} value={split.name} onChoose={setSplit}>
            {payload.splits.map(({ name }) => (
              <option key={name} value={name}>
                {splitName(name)}
              </option>
            ))}
          </Choice>
          <MeasureChoice
            id="split-measure-choice"
            label={strings.figures.measure}
            measures={measures}
            value={measure.name}
            onChoose={setMeasure}
          />
          {!panels && payload.policies.length > 1 && (
            <Choice id="split-policy-choice" label={words.policy} value={policyChosen} onChoose={setPolicy}>
              {payload.policies.map((policy) => (
                <option key={policy} value={policy}>
                  {policy}
                </option>
              ))}
            </Choice>
          )}
        </div>
      </div>
      {panels ? (
        <GroupPanels
          payload={payload}
          split={split}
          measure={measure}
          variant={variant}
          hidden={hidden}
          policy={chosen}
        />
      ) : (
        <GroupRows payload={payload} split={split} measure={measure} variant={variant} policy={policyChosen} />
      )}
    </>
  );
}
