// How families left, policy beside policy.
import { useMemo } from 'preact/hooks';
import { drawExits } from '../drawings/exits_drawing';
import { lookOf } from '../drawings/palette';
import { FigureNotes } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import { everHappens, exitColor, exitKinds, layersOf, stacked } from '../payload/exit_kinds';
import { valueAtEnd, type Measure, type Payload } from '../payload/payload';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords, scaleFor } from '../words/numbers';
import { labelOf, listed, strings } from '../words/strings';

interface Properties {
  payload: Payload;
  measures: Measure[];
  variant: string;
  hidden: Set<string>;
}

function panelsOf(payload: Payload, kinds: Measure[], variant: string, hidden: Set<string>) {
  const all = payload.policies
    .filter((policy) => !hidden.has(policy))
    .map((policy) => ({ policy, layers: layersOf(payload, kinds, policy, variant) }));
  const happening = kinds.filter((kind) =>
    all.some(({ layers }) => layers.some((layer) => layer.kind === kind && everHappens(layer))),
  );
  const panels = all
    .map(({ policy, layers }) => ({
      policy,
      layers: layers
        .filter(({ kind }) => happening.includes(kind))
        .map((layer) => ({ ...layer, color: exitColor(layer.kind.name, kinds) })),
    }))
    .filter(({ layers }) => stacked(layers).some(({ edges }) => edges !== null));
  return { panels, happening, absent: kinds.filter((kind) => !happening.includes(kind)) };
}

export function Exits({ payload, measures, variant, hidden }: Properties) {
  const kinds = useMemo(() => exitKinds(measures), [measures]);
  const { panels, happening, absent } = useMemo(
    () => panelsOf(payload, kinds, variant, hidden),
    [payload, kinds, variant, hidden],
  );
  const words = strings.exits;
  if (panels.length === 0 || happening.length === 0)
    return (
      <>
        <p class="note">
          {hidden.size >= payload.policies.length ? strings.figures.noneShown : strings.figures.noValues}
        </p>
      </>
    );

  const highest = Math.max(
    ...panels.flatMap(({ layers }) => stacked(layers).map(({ edges }) => edges?.at(-1)?.[1] ?? 0)),
  );
  const unit = 'families';
  const scale = scaleFor(unit, [highest]);
  const period = strings.calendar.endOf(monthName(payload.start, payload.months));
  const end = ({ curve }: { curve: Parameters<typeof valueAtEnd>[1] }) => valueAtEnd(payload, curve);
  const spoken = (policy: string, layers: (typeof panels)[number]['layers']) =>
    words.spoken(
      policy,
      period,
      layers.map((layer) => {
        const at = end(layer);
        return strings.figures.spokenItem(
          `${labelOf(layer.kind)}:`,
          inWords(at?.value ?? null, unit),
          at ? intervalInWords(at.value, at.lower, at.upper, unit) : '',
        );
      }),
    );
  return (
    <>
      <figure class="panels">
        <p class="note">{words.explained}</p>
        {/* In the order of the layers, highest first, so that the eye finds them without a colour. */}
        <ul class="legend">
          {[...happening].reverse().map((kind) => (
            <li key={kind.name}>
              <span class="swatch" style={{ background: exitColor(kind.name, kinds) }} />
              {labelOf(kind)}
            </li>
          ))}
        </ul>
        <div class="small-figures">
          {panels.map(({ policy, layers }) => (
            <div class="panel" key={policy}>
              <h3>
                <span class="swatch" style={{ background: lookOf(policy, payload).color }} />
                {policy}
              </h3>
              <Picture
                label={spoken(policy, layers)}
                draw={(width, tallest) => drawExits({ payload, policy, layers, highest, scale }, width, tallest)}
                dependsOn={[layers, highest, strings]}
                onPaper={paper.half}
              />
            </div>
          ))}
        </div>
        <FigureNotes
          file="curves.csv"
          notes={[
            payload.interval
              ? words.average(
                  payload.interval === 'parameters' ? payload.replicates * payload.draws : payload.replicates,
                )
              : strings.figures.intervalNone,
            absent.length > 0 ? `${words.none}: ${listed(absent.map(labelOf))}.` : '',
          ]}
        />
        <NumbersTable
          name={words.tableName(period, scale.words)}
          corner={words.kind}
          columns={panels.map(({ policy }) => policy)}
          scale={scale}
          rows={happening.map((kind) => ({
            head: labelOf(kind),
            cells: panels.map(({ layers }) => {
              const layer = layers.find((each) => each.kind === kind);
              return layer ? end(layer) : null;
            }),
          }))}
        />
      </figure>
    </>
  );
}
