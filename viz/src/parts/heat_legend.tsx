import { heatColor } from '../drawings/heat';

/** What the colours of a map stand for. */
export function HeatLegend({
  ends: [least, most],
  signed,
  written,
}: {
  ends: [number, number];
  signed: boolean;
  written: (value: number) => string;
}) {
  const furthest = Math.max(Math.abs(least), Math.abs(most));
  const steps = signed ? [-furthest, 0, furthest] : [least, most];
  const colors = steps.map((value) => heatColor(value, [least, most], signed));
  return (
    <div class="heat-legend">
      <div class="bar" style={{ background: `linear-gradient(to right in oklab, ${colors.join(', ')})` }} />
      <div class="ends">
        {steps.map((value, i) => (
          <span key={i}>{written(value)}</span>
        ))}
      </div>
    </div>
  );
}
