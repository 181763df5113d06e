// What each policy costs, item by item, seen by the programme, by families or by society.
import { lookOf } from '../drawings/palette';
import { ScrollingTable } from '../parts/scrolling_table';
import type { CostRow, Costs } from '../payload/cost_payload';
import type { Payload, Value } from '../payload/payload';
import { inWords, intervalInWords } from '../words/numbers';
import { readable, strings } from '../words/strings';

interface Properties {
  payload: Payload;
  costs: Costs;
  perspective: string;
  variant: string;
  hidden: Set<string>;
  less: boolean;
}

/** The row's own value, or what it is more than the baseline's. */
function cellOf(row: CostRow | undefined, less: boolean): Value | null {
  if (!row) return null;
  const [value, lower, upper] = less
    ? [row.difference, row.difference_lower, row.difference_upper]
    : [row.mean, row.lower, row.upper];
  return value === null ? null : { value, lower, upper };
}

function Cell({ value, unit, sign }: { value: Value | null; unit: string; sign: boolean }) {
  if (value === null) return <td>{strings.missing}</td>;
  const interval =
    value.lower === value.upper ? '' : intervalInWords(value.value, value.lower, value.upper, unit, sign);
  return (
    <td>
      {inWords(value.value, unit, value.lower, value.upper, sign)}
      {interval && <small class="interval">{interval}</small>}
    </td>
  );
}

const itemName = (item: string): string => strings.costs.items[item] ?? readable(item);

export function CostTable({ payload, costs, perspective, variant, hidden, less }: Properties) {
  const words = strings.costs;
  const own = costs.rows.filter(
    (row) => row.variant === variant && (row.perspective === perspective || row.perspective === ''),
  );
  const policies = payload.policies.filter(
    (policy) =>
      !hidden.has(policy) && own.some((row) => row.policy === policy) && !(less && policy === payload.baseline),
  );
  // Counts of exits stand with what each of them costs, below the items; what a policy saves is a difference already.
  // What no policy ever pays for, as levers that nobody pulls, needs no row.
  const items = [...new Set(own.map((row) => row.item))].filter((item) =>
    own.some((row) => row.item === item && row.mean !== 0 && (less ? row.difference !== null : true)),
  );
  const place = (item: string) => words.order.indexOf(item);
  items.sort((a, b) => place(a) - place(b));
  if (policies.length === 0 || items.length === 0) return <p class="note">{strings.figures.noneShown}</p>;
  const name = words.tableName(words.perspectives[perspective] ?? perspective);
  return (
    <ScrollingTable name={name} kind="costs">
      <caption>{less ? words.lessCaption(payload.baseline) : words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          {policies.map((policy) => (
            <th scope="col" key={policy}>
              <span class="swatch" style={{ background: lookOf(policy, payload).color }} />
              {policy}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const unit = own.find((row) => row.item === item)?.unit ?? '';
          const saved = item.includes('saved') || item === 'extra_cost' || item === 'net_saving';
          return (
            <tr key={item} class={item === 'total' ? 'total' : ''}>
              <th scope="row">{itemName(item)}</th>
              {policies.map((policy) => (
                <Cell
                  key={policy}
                  unit={unit.replace(/ per family$/, '')}
                  sign={less || saved}
                  value={cellOf(
                    own.find((row) => row.item === item && row.policy === policy),
                    less,
                  )}
                />
              ))}
            </tr>
          );
        })}
      </tbody>
    </ScrollingTable>
  );
}
