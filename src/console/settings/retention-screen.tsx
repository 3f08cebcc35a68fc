import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { DataTable } from '../frame/list.js';
import { AreaFrame } from './settings-screen.js';
import { SETTINGS_WORDS } from './settings-words.js';

export interface KeptItem {
  readonly data: string;
  readonly keptFor: string | null;
  readonly countedFrom: 'CREATED' | 'ENDED' | null;
}

const UNITS: Readonly<Record<string, string>> = { D: 'day', Y: 'year', H: 'hour', M: 'minute' };

/** What is kept, and for how long. */
export function retentionScreen(page: ConsolePage, items: readonly KeptItem[]): VNode {
  const { retention } = page.textsOf(SETTINGS_WORDS);
  const { columns, data, from } = retention;
  return (
    <AreaFrame page={page} area="retention">
      <DataTable
        caption={page.textsOf(SETTINGS_WORDS).areas.retention.title}
        rows={items}
        keyOf={(item) => item.data}
        columns={[
          { title: columns.data, cell: (item) => data[item.data] ?? item.data },
          { title: columns.kept, cell: ({ keptFor }) => keptText(page, keptFor) },
          {
            title: columns.from,
            cell: ({ countedFrom }) => (countedFrom ? from[countedFrom] : page.words.none),
          },
        ]}
      />
    </AreaFrame>
  );
}

/** `90 days` of `P90D`. */
function keptText(page: ConsolePage, keptFor: string | null): string {
  const { forEver, atOnce } = page.textsOf(SETTINGS_WORDS).retention;
  if (keptFor === null) return forEver;
  const [, count = '0', letter = ''] = /^PT?(\d+)([A-Z])$/.exec(keptFor) ?? [];
  const unit = UNITS[letter];
  if (Number(count) === 0 || !unit) return atOnce;
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(page.words.lang, style).format(Number(count));
}
