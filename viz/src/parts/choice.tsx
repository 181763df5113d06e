import type { ComponentChildren } from 'preact';
import type { Measure } from '../payload/payload';
import { labelOf } from '../words/strings';

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

export function MeasureChoice({ measures, ...rest }: Omit<Properties, 'children'> & { measures: Measure[] }) {
  return (
    <Choice {...rest}>
      {measures.map((each) => (
        <option key={each.name} value={each.name}>
          {labelOf(each)}
        </option>
      ))}
    </Choice>
  );
}
