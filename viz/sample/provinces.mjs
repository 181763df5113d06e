// The sample with figures by province, at the ends of years: INVENTED figures, as everything in this folder.
import { readFileSync } from 'node:fs';
import { answered } from './answers.mjs';

const table = readFileSync(new URL('../../scenarios/data/provinces.csv', import.meta.url), 'utf8');
const lines = table.split('\n').filter((line) => line && !line.startsWith('#'));
/** As the shipped table of areas has them. */
export const provinceNames = lines.slice(1).map((line) => line.split(',')[0]);

const { months, policies } = answered;
const month = Array.from({ length: months / 12 }, (_, year) => 12 * (year + 1));
const wave = (place) => 0.6 + 0.8 * Math.abs(Math.sin(place * 2.3));
const digits = (value) => Number(value.toPrecision(5));
const curve = (policy, measure, value, width) => {
  const rows = provinceNames.map((_, place) => month.map((m) => digits(value(place, m))));
  return {
    policy,
    variant: 'base',
    measure,
    month,
    mean: rows,
    lower: rows.map((row) => row.map((each) => digits(each - width))),
    upper: rows.map((row) => row.map((each) => digits(each + width))),
  };
};

export const byProvince = {
  ...answered,
  splits: [
    {
      name: 'area',
      groups: provinceNames,
      curves: policies.map((policy, i) =>
        curve(policy, 'incidence_self_reliant', (place, m) => (0.1 + 0.02 * i) * wave(place) * (m / months), 0.004),
      ),
      // In some provinces the difference is not clear.
      differences: policies
        .slice(1)
        .map((policy, i) =>
          curve(
            policy,
            'incidence_self_reliant',
            (place, m) => 0.02 * (i + 1) * (wave(place) - 0.8) * (m / months),
            0.004,
          ),
        ),
    },
  ],
};
