import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Badge, DataTable, Panel, type Tone } from '../frame/list.js';
import type { GymNow, WellhubState } from './today-numbers.js';
import { TODAY_WORDS } from './today-words.js';

const TONES: Record<WellhubState, Tone> = {
  OK: 'good',
  NOT_CONNECTED: 'off',
  CREDENTIALS_REFUSED: 'bad',
  UNREACHABLE: 'ask',
};

/** Each gym: who is inside, and whether Wellhub answers about it. */
export function WellhubTable({
  page,
  gyms,
}: {
  readonly page: ConsolePage;
  readonly gyms: readonly GymNow[];
}): VNode {
  const words = page.textsOf(TODAY_WORDS);
  return (
    <Panel title={words.wellhubTitle}>
      <DataTable
        caption={words.wellhubTitle}
        rows={gyms}
        keyOf={({ gymId }) => gymId}
        columns={[
          { title: page.words.gym, cell: ({ name }) => name },
          {
            title: words.inside,
            isNumber: true,
            cell: ({ gymId, inside }) => (
              <a id={`today-inside-${gymId}`} href={`/console/inside?gymId=${gymId}`}>
                {page.formats.number(inside)}
              </a>
            ),
          },
          {
            title: words.state,
            cell: ({ wellhub }) => <Badge tone={TONES[wellhub]}>{words.states[wellhub]}</Badge>,
          },
          {
            title: words.lastCheckIn,
            cell: ({ lastWebhookAt, timeZone }) =>
              lastWebhookAt === null
                ? page.words.none
                : page.formats.dateTime(lastWebhookAt, timeZone),
          },
        ]}
      />
    </Panel>
  );
}
