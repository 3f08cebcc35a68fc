import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { Badge } from '../frame/list.js';
import { GYMS } from '../gyms/gyms-screen.js';
import { SETTINGS_WORDS, type SettingsWords } from '../settings/settings-words.js';
import type { WellhubGym } from './wellhub-screen.js';

export interface TestedGym {
  readonly gymId: number;
  readonly result: Exclude<keyof SettingsWords['wellhub']['results'], 'NO_GYM_ID'>;
}

interface TestsProps {
  readonly page: ConsolePage;
  readonly gyms: readonly WellhubGym[];
  readonly tested?: TestedGym;
}

/** A button for each gym, and the answer that Wellhub just gave. */
export function ConnectionTests({ page, gyms, tested }: TestsProps): VNode {
  const { wellhub } = page.textsOf(SETTINGS_WORDS);
  return (
    <ul class="tests">
      {gyms.map(({ id, name, wellhubGymId }) => (
        <li key={id}>
          {wellhubGymId === null ? (
            <p>
              <a href={`${GYMS}/${id}`}>{name}</a>: {wellhub.results.NO_GYM_ID}
            </p>
          ) : (
            <ConsoleForm
              page={page}
              action="/console/settings/wellhub/test"
              hidden={{ gym: `${id}` }}
            >
              <button>{wellhub.testButton(name)}</button>
            </ConsoleForm>
          )}
          {tested?.gymId === id && (
            <p role="status">
              <Badge tone={tested.result === 'OK' ? 'good' : 'bad'}>{name}</Badge>{' '}
              {wellhub.results[tested.result]}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
