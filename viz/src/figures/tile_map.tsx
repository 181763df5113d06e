// The provinces as squares: what a measure is in each of them, or what the chosen policy changes there.
import { useState } from 'preact/hooks';
import { heatColor } from '../drawings/heat';
import { drawTileMap } from '../drawings/tile_map_drawing';
import { Choice, MeasureChoice } from '../parts/choice';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { HeatLegend } from '../parts/heat_legend';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import { curvesOf, measuresWith, valueAt, type Measure, type Payload, type Split } from '../payload/payload';
import { provinces } from '../payload/provinces';
import { groupCurve } from '../payload/split_values';
import { mayBeNone, type Shown } from '../payload/sweep_values';
import { monthName } from '../words/calendar';
import { bareNumber, commonStep, inWords, intervalInWords, scaleFor, unitOfDifference } from '../words/numbers';
import { labelOf, strings } from '../words/strings';

/** The split whose groups are all provinces, or why there is no map. */
export function mapOf({ splits }: Payload): { split: Split | null; why: string } {
  const areas = splits.find(({ name }) => name === 'area');
  if (!areas) return { split: null, why: strings.map.noAreas };
  return areas.groups.every((group) => provinces[group] !== undefined)
    ? { split: areas, why: '' }
    : { split: null, why: strings.map.otherAreas };
}

interface Properties {
  payload: Payload;
  split: Split;
  variant: string;
  policy: string;
  /** The latest that is wanted; of what is told of fewer months, the last one before it. */
  month: number;
}

export function TileMap({ payload, split, variant, policy, month: wanted }: Properties) {
  const [measureChosen, setMeasure] = useState('');
  const [shownChosen, setShown] = useState<Shown>('difference');
  const compared = (split.differences ?? []).some((curve) => curve.policy === policy);
  const shown: Shown = compared ? shownChosen : 'value';
  const signed = shown === 'difference';
  const curves = signed ? (split.differences ?? []) : split.curves;
  const measures = measuresWith(payload, curves);
  const measure: Measure | undefined =
    measures.find(({ name }) => name === measureChosen) ??
    measures.find(({ name }) => name === 'incidence_self_reliant') ??
    measures[0];
  const curve = measure && curvesOf(payload, curves, measure.name, variant).find((each) => each.policy === policy);
  if (!measure || !curve) return <p class="note">{strings.figures.noValues}</p>;
  const words = strings.map;
  const month = Math.max(...curve.month.filter((each) => each <= wanted), Math.min(...curve.month));
  const place = curve.month.indexOf(month);
  const unit = signed ? unitOfDifference(measure.unit) : measure.unit;
  const cells = split.groups.map((area, i) => ({ area, at: valueAt(groupCurve(curve, i), place) }));
  const there = cells.flatMap(({ area, at }) => (at === null ? [] : [{ area, at }]));
  if (there.length === 0) return <p class="note">{strings.figures.noValues}</p>;
  const values = there.map(({ at }) => at.value);
  const ends: [number, number] = [Math.min(...values), Math.max(...values)];
  const scale = scaleFor(unit, values);
  const step = commonStep(
    values,
    there.map(({ at }) => (at.lower === null || at.upper === null ? 0 : (at.upper - at.lower) / 2)),
  );
  const written = (value: number) => bareNumber(value, scale, step, signed);
  const told = (at: (typeof there)[number]['at']) =>
    strings.figures.spokenItem(
      '',
      inWords(at.value, unit, at.lower, at.upper, signed),
      intervalInWords(at.value, at.lower, at.upper, unit, signed),
    );
  const ranked = [...there].sort((a, b) => b.at.value - a.at.value);
  const label = signed ? strings.sweep.less(labelOf(measure), payload.baseline) : labelOf(measure);
  const title = words.title(label, monthName(payload.start, month), policy);
  const named = ({ area, at }: (typeof there)[number]) => `${area}${told(at)}`;
  const [first, last] = [ranked[0], ranked.at(-1)];
  const tiles = cells.map(({ area, at }) => ({
    area,
    color: at === null ? 'var(--heat-none)' : heatColor(at.value, ends, signed),
    text: at === null ? strings.missing : written(at.value),
    title: at === null ? `${area}: ${strings.missing}` : `${area}:${told(at)}`,
    unclear: signed && at !== null && mayBeNone(at) === true,
  }));
  return (
    <figure id="tile-map" data-measure={measure.name}>
      <div class="choices on-screen">
        <MeasureChoice
          id="map-measure-choice"
          label={strings.figures.measure}
          measures={measures}
          value={measure.name}
          onChoose={setMeasure}
        />
        {compared && (
          <Choice
            id="map-shown-choice"
            label={strings.sweep.shown}
            value={shown}
            onChoose={(value) => setShown(value === 'value' ? 'value' : 'difference')}
          >
            <option value="difference">{strings.sweep.difference(payload.baseline)}</option>
            <option value="value">{strings.sweep.itself}</option>
          </Choice>
        )}
      </div>
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      <Picture
        label={words.spoken(title, first ? named(first) : '', last ? named(last) : '')}
        draw={(width) => drawTileMap(tiles, width)}
        dependsOn={[curve, place, signed, strings]}
        onPaper={paper.whole}
      />
      <HeatLegend ends={ends} signed={signed} written={(value) => `${written(value)}${scale.after}`} />
      <FigureNotes
        measure={measure}
        file={signed ? 'comparison.csv' : 'curves.csv'}
        notes={[
          words.explained,
          intervalNote(
            payload,
            'cell',
            there.some(({ at }) => at.lower !== null),
          ),
          tiles.some(({ unclear }) => unclear) ? words.marked(payload.baseline) : '',
        ]}
      />
      <NumbersTable
        name={strings.figures.tableName(title, scale.words)}
        corner={words.province}
        columns={[policy]}
        scale={scale}
        sign={signed}
        rows={[...ranked, ...cells.filter(({ at }) => at === null)].map(({ area, at }) => ({
          head: area,
          cells: [at],
        }))}
      />
    </figure>
  );
}
