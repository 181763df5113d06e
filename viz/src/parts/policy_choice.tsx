// Which policies are drawn, in all figures, and how each of them looks.
import { lookOf } from '../drawings/palette';
import type { Payload } from '../payload/payload';
import { strings } from '../words/strings';

interface Properties {
  payload: Payload;
  hidden: Set<string>;
  onHide: (hidden: Set<string>) => void;
}

export function PolicyChoice({ payload, hidden, onHide }: Properties) {
  const toggle = (policy: string) => {
    const next = new Set(hidden);
    if (!next.delete(policy)) next.add(policy);
    onHide(next);
  };
  return (
    <fieldset class="policies">
      <legend>{strings.figures.policies}</legend>
      {payload.policies.map((policy) => {
        const { color, dash } = lookOf(policy, payload);
        return (
          <label key={policy}>
            <input type="checkbox" checked={!hidden.has(policy)} onChange={() => toggle(policy)} />
            <svg class="key" width="22" height="10" aria-hidden="true">
              <line x1="0" x2="22" y1="5" y2="5" stroke={color} stroke-width="3" stroke-dasharray={dash} />
            </svg>
            {policy}
          </label>
        );
      })}
    </fieldset>
  );
}
