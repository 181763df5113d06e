// The uncertain parameters that move the answer most, each brought to the ends of its prior by itself.
import { PathText } from '../parts/path_text';
import { ScrollingTable } from '../parts/scrolling_table';
import type { Influences as Found } from '../payload/payload';
import { roundNumber } from '../words/numbers';
import { strings, unitName } from '../words/strings';

const quantity = (value: number) => value.toLocaleString(strings.locale, { maximumSignificantDigits: 2 });

export function Influences({ found, baseline }: { found: Found; baseline: string }) {
  const words = strings.influences;
  if (found.parameters.length === 0) return null;
  const middle = roundNumber(found.middle);
  return (
    <div id="influences">
      <h3>{words.heading}</h3>
      <p>
        {found.policy ? words.difference(found.policy, baseline, middle) : words.alone(baseline, middle)}{' '}
        {words.how(roundNumber(found.households))}
      </p>
      <ScrollingTable name={words.heading} kind="wide-text">
        <thead>
          <tr>
            <th scope="col">{strings.restsOn.parameter}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.answer}</th>
            <th scope="col" class="text">
              {words.source}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.parameters.map((each) => (
            <tr key={each.path}>
              <th scope="row">
                <code>
                  <PathText text={each.path} />
                </code>
                <small class="origin">{unitName(each.unit)}</small>
              </th>
              <td>{quantity(each.low)}</td>
              <td>{roundNumber(each.answer_low)}</td>
              <td>{quantity(each.high)}</td>
              <td>{roundNumber(each.answer_high)}</td>
              <td class="text">
                <span lang="en">{each.source}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </div>
  );
}
