// What policies cost, to whom, and which of them is worth it.
import { useState } from 'preact/hooks';
import { Choice } from '../parts/choice';
import { perspectives, type Costs } from '../payload/cost_payload';
import type { Payload } from '../payload/payload';
import { strings } from '../words/strings';
import { CostFrontier } from './cost_frontier';
import { CostTable } from './cost_table';
import { DecisionFigures } from './decision_figures';

interface Properties {
  payload: Payload;
  costs: Costs;
  variant: string;
  hidden: Set<string>;
}

export function CostFigures({ payload, costs, variant, hidden }: Properties) {
  const present = perspectives.filter((each) => costs.rows.some((row) => row.perspective === each));
  const [chosen, setChosen] = useState(present[0] ?? 'programme');
  const [less, setLess] = useState(false);
  const words = strings.costs;
  const several = payload.policies.length > 1;
  const frontier = costs.frontier.filter((row) => row.variant === variant && row.perspective === chosen);
  const decision = costs.decisions.find((each) => each.variant === variant && each.perspective === chosen);
  const rate = (costs.discount_rate * 100).toLocaleString(strings.locale, { maximumFractionDigits: 2 });
  return (
    <>
      <div class="figure-head">
        <div class="choices">
          <Choice id="perspective-choice" label={words.perspective} value={chosen} onChoose={setChosen}>
            {present.map((each) => (
              <option key={each} value={each}>
                {words.perspectives[each] ?? each}
              </option>
            ))}
          </Choice>
          {several && (
            <Choice
              id="cost-shown-choice"
              label={strings.sweep.shown}
              value={less ? 'difference' : 'value'}
              onChoose={(value) => setLess(value === 'difference')}
            >
              <option value="value">{strings.sweep.itself}</option>
              <option value="difference">{strings.sweep.difference(payload.baseline)}</option>
            </Choice>
          )}
        </div>
      </div>
      <p class="note">
        {words.explained[chosen] ?? ''} {words.terms(payload.months, costs.price_year, rate)}
      </p>
      <CostTable payload={payload} costs={costs} perspective={chosen} variant={variant} hidden={hidden} less={less} />
      <p class="note">
        {payload.interval === 'chance'
          ? strings.comparison.noteChance
          : payload.interval === 'parameters'
            ? strings.comparison.noteParameters
            : strings.figures.intervalNone}{' '}
        {words.undefinedRatio} <span class="source">{strings.figures.source('cost.csv')}</span>
      </p>
      {chosen === 'families' && several && <p class="note">{words.notForFamilies}</p>}
      <CostFrontier payload={payload} rows={frontier} perspective={chosen} />
      {decision ? (
        <DecisionFigures payload={payload} decision={decision} hidden={hidden} />
      ) : (
        chosen !== 'families' &&
        several && (
          <p class="note" id="no-decision">
            {payload.draws > 1 ? words.frontier.undecided : words.withoutDraws}
          </p>
        )
      )}
    </>
  );
}
