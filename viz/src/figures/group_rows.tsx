// A split with many groups: the end of the run, sorted, a policy beside the baseline.
import { useMemo } from 'preact/hooks';
import { valueDomain } from '../drawings/curve_drawing';
import { drawGroups, type Series } from '../drawings/group_drawing';
import { lookOf } from '../drawings/palette';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import type { Measure, Payload, Split, Value } from '../payload/payload';
import { rows_at_ends, rowsOfSplit } from '../payload/split_values';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords, scaleFor } from '../words/numbers';
import { groupName, labelOf, listed, splitName, strings } from '../words/strings';

interface Properties {
  payload: Payload;
  split: Split;
  measure: Measure;
  variant: string;
  policy: string;
}

export function GroupRows({ payload, split, measure, variant, policy }: Properties) {
  const { all, drawn, missing } = useMemo(
    () => rowsOfSplit(payload, split, measure.name, variant, policy),
    [payload, split, measure, variant, policy],
  );
  if (drawn.length === 0) return <p class="note">{strings.figures.noValues}</p>;
  const words = strings.splits;
  const { unit } = measure;
  const alone = policy === payload.baseline;
  const title = words.titleAtEnd(
    labelOf(measure),
    splitName(split.name),
    strings.calendar.endOf(monthName(payload.start, payload.months)),
  );
  const told = (name: string, at: Value | null) =>
    strings.figures.spokenItem(
      name,
      inWords(at?.value ?? null, unit, at?.lower, at?.upper),
      at ? intervalInWords(at.value, at.lower, at.upper, unit) : '',
    );
  const values = drawn.flatMap((row) => [row.baseline, row.policy]).filter((at): at is Value => at !== null);
  const series = [...(alone ? [] : [payload.baseline]), policy].map((name): Series => ({
    name,
    look: lookOf(name, payload),
    values: drawn.flatMap((row) => {
      const at = name === policy ? row.policy : row.baseline;
      const both = [
        groupName(split.name, row.group),
        ...(alone ? [] : [told(`${payload.baseline}:`, row.baseline)]),
        told(`${policy}:`, row.policy),
      ];
      return at === null ? [] : [{ group: groupName(split.name, row.group), at, title: both.join('\n') }];
    }),
  }));
  const { domain, fromZero } = valueDomain([
    {
      policy,
      look: { color: '', dash: undefined },
      baseline: false,
      points: values.map((at) => ({ ...at, date: new Date(0), run: 0, title: '' })),
    },
  ]);
  const scale = scaleFor(unit, domain);
  const ranked = drawn.filter((row) => row.policy !== null);
  const [first, last] = [ranked[0], ranked.at(-1)];
  const spoken = words.spoken(title, policy, [
    ...(first ? [words.highest(told(groupName(split.name, first.group), first.policy))] : []),
    ...(last && last !== first ? [words.lowest(told(groupName(split.name, last.group), last.policy))] : []),
  ]);
  const columns = [...(alone ? [] : [payload.baseline]), policy];
  return (
    <figure data-measure={measure.name}>
      <figcaption>
        <h3>{title}</h3>
        <ul class="legend in-line">
          {series.map(({ name, look }) => (
            <li key={name}>
              <span class="swatch round" style={{ background: look.color }} />
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <Picture
        label={spoken}
        draw={(width) =>
          drawGroups({ groups: drawn.map((row) => groupName(split.name, row.group)), series, scale, domain }, width)
        }
        dependsOn={[drawn, strings]}
        onPaper={paper.whole}
      />
      <FigureNotes
        measure={measure}
        file="curves.csv"
        notes={[
          words.sorted(policy),
          strings.figures.unitAndBetter[measure.better] ?? '',
          intervalNote(
            payload,
            'bar',
            values.some((at) => at.lower !== null),
          ),
          fromZero ? '' : strings.figures.notFromZero,
          drawn.length + missing.length < all.length ? words.ends(rows_at_ends, all.length) : '',
          missing.length > 0 ? words.withoutValue(listed(missing.map((group) => groupName(split.name, group)))) : '',
        ]}
      />
      <NumbersTable
        name={strings.figures.tableName(title, scale.words)}
        corner={splitName(split.name)}
        columns={columns}
        scale={scale}
        rows={all.map((row) => ({
          head: groupName(split.name, row.group),
          cells: alone ? [row.policy] : [row.baseline, row.policy],
        }))}
      />
    </figure>
  );
}
