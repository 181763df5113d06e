// What the swept values do: a map over two of them, and a curve along one.
import { useState } from 'preact/hooks';
import { Choice, MeasureChoice } from '../parts/choice';
import { firstOf, type Measure, type Payload, type Sweep } from '../payload/payload';
import { axisName, drawnPlaces, textAt, withPlace, type Places, type Shown } from '../payload/sweep_values';
import { strings } from '../words/strings';
import { HeatMap } from './heat_map';
import { SweepCurve } from './sweep_curve';

interface Properties {
  heading: string;
  payload: Payload;
  sweep: Sweep;
  measures: Measure[];
  hidden: Set<string>;
}

export function SweepFigures({ heading, payload, sweep, measures, hidden }: Properties) {
  const { axes } = sweep;
  const others = payload.policies.filter((policy) => policy !== payload.baseline);
  const [chosen, setChosen] = useState(firstOf(measures));
  const [shown, setShown] = useState<Shown>('value');
  const [policy, setPolicy] = useState(others[0] ?? payload.baseline);
  const [across, setAcross] = useState(axes.length - 1);
  const [up, setUp] = useState(0);
  const [places, setPlaces] = useState<Places>(axes.map(() => 0));
  const measure = measures.find(({ name }) => name === chosen);
  if (!measure) return null;
  const words = strings.sweep;
  const mapped = axes.length > 1;
  // Two directions never show the same axis: they change places.
  const turn = (
    to: number,
    mine: number,
    setMine: (axis: number) => void,
    theirs: number,
    setTheirs: (axis: number) => void,
  ) => {
    if (to === theirs) setTheirs(mine);
    setMine(to);
  };
  const axisChoice = (id: string, label: string, value: number, choose: (axis: number) => void) => (
    <Choice id={id} label={label} value={String(value)} onChoose={(axis) => choose(Number(axis))}>
      {axes.map((axis, i) => (
        <option key={axis.path} value={String(i)}>
          {axisName(axis)}
        </option>
      ))}
    </Choice>
  );
  const valueChoice = (axis: number) => {
    const of = axes[axis];
    return (
      of && (
        <Choice
          key={of.path}
          id={`sweep-value-${axis}`}
          label={axisName(of)}
          value={String(places[axis] ?? 0)}
          onChoose={(place) => setPlaces(withPlace(places, axis, Number(place)))}
        >
          {drawnPlaces(of).map((place) => (
            <option key={place} value={String(place)}>
              {textAt(of, place)}
            </option>
          ))}
        </Choice>
      )
    );
  };
  const fixed = axes.map((_, i) => i).filter((i) => i !== across && i !== up);
  return (
    <>
      <div class="figure-head">
        <h2>{heading}</h2>
        <div class="choices">
          <MeasureChoice
            id="sweep-measure-choice"
            label={strings.figures.measure}
            measures={measures}
            value={chosen}
            onChoose={setChosen}
          />
          {others.length > 0 && (
            <Choice
              id="sweep-shown-choice"
              label={words.shown}
              value={shown}
              onChoose={(value) => {
                setShown(value === 'difference' ? 'difference' : 'value');
                if (policy === payload.baseline && others[0] !== undefined) setPolicy(others[0]);
              }}
            >
              <option value="value">{words.itself}</option>
              <option value="difference">{words.difference(payload.baseline)}</option>
            </Choice>
          )}
        </div>
      </div>
      {mapped && (
        <>
          <div class="choices">
            {axisChoice('sweep-across-choice', words.across, across, (axis) =>
              turn(axis, across, setAcross, up, setUp),
            )}
            {axes.length > 2 &&
              axisChoice('sweep-up-choice', words.down, up, (axis) => turn(axis, up, setUp, across, setAcross))}
            {fixed.map(valueChoice)}
            {payload.policies.length > 1 && (
              <Choice id="sweep-policy-choice" label={strings.splits.policy} value={policy} onChoose={setPolicy}>
                {(shown === 'difference' ? others : payload.policies).map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </Choice>
            )}
          </div>
          <HeatMap
            payload={payload}
            sweep={sweep}
            across={across}
            up={up}
            places={places}
            measure={measure}
            shown={shown}
            policy={policy}
          />
          <div class="choices along">{valueChoice(up)}</div>
        </>
      )}
      <SweepCurve
        payload={payload}
        sweep={sweep}
        axis={across}
        places={places}
        measure={measure}
        shown={shown}
        hidden={hidden}
      />
    </>
  );
}
