// The answer in four figures, with their ranges: who became able, who left, how good these exits are, what it costs.
import type { ComponentChildren } from 'preact';
import { answersOf, type Answer, type AnswerFigure } from '../payload/answer_payload';
import { curvesOf, valueAtEnd, type Payload, type Value } from '../payload/payload';
import { monthName } from '../words/calendar';
import { aloneInWords, inWords, intervalInWords } from '../words/numbers';
import { strings } from '../words/strings';

const families = 'families';

/** A figure, and what is known of it; null where the run has none. */
interface Told {
  value: string;
  interval: string;
  unclear: boolean;
}

const ofValue = (at: Value | null, unit: string): Told | null =>
  at && {
    value: inWords(at.value, unit, at.lower, at.upper),
    interval: intervalInWords(at.value, at.lower, at.upper, unit),
    unclear: false,
  };

const ofFigure = (
  { mean, lower, upper, told }: AnswerFigure | undefined = { mean: null, lower: null, upper: null, told: '' },
  unit = families,
): Told | null =>
  mean === null
    ? null
    : {
        value: inWords(mean, unit, lower, upper, true),
        interval: intervalInWords(mean, lower, upper, unit, true),
        unclear: told === 'unclear',
      };

function Range({ told }: { told: Told | null }) {
  return (
    <>
      {told?.interval && <small class="interval">{told.interval}</small>}
      {told?.unclear && <small class="unclear-word">{strings.tiles.unclear}</small>}
    </>
  );
}

function Figure({ told }: { told: Told | null }) {
  return (
    <>
      <span class="tile-value">{told?.value ?? strings.missing}</span>
      <Range told={told} />
    </>
  );
}

/** One of two figures in a tile. */
function Part({
  label,
  told,
  instead = '',
  warned = false,
}: {
  label: string;
  told: Told | null;
  /** Said in place of a figure that is not known yet. */
  instead?: string;
  warned?: boolean;
}) {
  return (
    <div class={warned ? 'warned' : ''}>
      <span class="tile-part">{instead || (told?.value ?? strings.missing)}</span>
      {label}
      {!instead && <Range told={told} />}
    </div>
  );
}

function Tile({ name, label, children }: { name: string; label: string; children: ComponentChildren }) {
  return (
    <li data-tile={name}>
      <b>{label}</b>
      {children}
    </li>
  );
}

interface Properties {
  payload: Payload;
  variant: string;
  policy: string;
}

/** The figures of one policy by itself, and those of what it changes. */
function figuresOf({ payload, variant, policy }: Properties, answer: Answer | undefined) {
  const end = (measure: string, name = policy): Value | null => {
    const curve = curvesOf(payload, payload.curves, measure, variant).find((each) => each.policy === name);
    return curve ? valueAtEnd(payload, curve) : null;
  };
  const total = (name: string): Value | null => {
    const row = payload.costs?.rows.find(
      (each) =>
        each.policy === name &&
        (each.variant === variant || name === payload.baseline) &&
        each.perspective === 'programme' &&
        each.item === 'total',
    );
    return row && row.mean !== null ? { value: row.mean, lower: row.lower, upper: row.upper } : null;
  };
  const base = (at: Value | null, unit: string) =>
    answer && at ? strings.tiles.atBaseline(payload.baseline, inWords(at.value, unit, at.lower, at.upper)) : '';
  const share = answer?.figures.premature_share;
  const shareAlone = end('premature_share');
  return {
    able: answer ? ofFigure(answer.figures.became_able) : ofValue(end('became_able'), families),
    left: answer ? ofFigure(answer.figures.self_reliant_exits) : ofValue(end('cumulative_self_reliant'), families),
    lasting: answer ? ofFigure(answer.figures.lasting_exits) : ofValue(end('sustained_self_reliant'), families),
    tooSoon: answer?.figures.lasting_exits.told === 'too_early',
    early: answer ? ofFigure(answer.figures.premature_exits) : ofValue(end('premature_exit'), families),
    earlyShare: answer
      ? share?.told === 'share' && (share.lower ?? 0) >= 0
        ? aloneInWords(share.mean, 'share', share.lower, share.upper)
        : ''
      : shareAlone
        ? aloneInWords(shareAlone.value, 'share', shareAlone.lower, shareAlone.upper)
        : '',
    cost: answer ? ofFigure(answer.figures.programme_cost, 'rupiah') : ofValue(total(policy), 'rupiah'),
    each: answer?.figures.cost_per_able?.mean ?? null,
    ableBase: base(end('became_able', payload.baseline), families),
    leftBase: base(end('cumulative_self_reliant', payload.baseline), families),
    costBase: base(total(payload.baseline), 'rupiah'),
  };
}

/** @param children a choice beside the heading */
export function Tiles({ children, ...properties }: Properties & { children?: ComponentChildren }) {
  const { payload, variant, policy } = properties;
  const words = strings.tiles;
  const answer = answersOf(payload, variant).find((each) => each.policy === policy);
  const told = figuresOf(properties, answer);
  const month = monthName(payload.start, payload.months);
  const note = answer ? words.against(policy, payload.baseline, month) : words.alone(policy, month);
  return (
    <>
      <div class="tiles-head">
        <p>{note}</p>
        {children}
      </div>
      <ul class="tiles" aria-label={words.heading}>
        <Tile name="able" label={words.able}>
          <Figure told={told.able} />
          <small>{told.ableBase}</small>
        </Tile>
        <Tile name="left" label={words.left}>
          <Figure told={told.left} />
          <small>{told.leftBase}</small>
        </Tile>
        <Tile name="quality" label={words.ofThese}>
          <Part label={words.lasting} told={told.lasting} instead={told.tooSoon ? words.tooEarly : ''} />
          <Part
            label={told.earlyShare ? `${words.premature}: ${told.earlyShare}` : words.premature}
            told={told.early}
            warned={answer?.mostly_premature ?? false}
          />
        </Tile>
        <Tile name="cost" label={words.cost}>
          <Figure told={told.cost} />
          <small>
            {[told.costBase, told.each === null ? '' : words.each(inWords(told.each, 'rupiah'))]
              .filter(Boolean)
              .join('; ') || (told.cost ? words.discounted : '')}
          </small>
        </Tile>
      </ul>
    </>
  );
}
