import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Badge, DataTable } from '../frame/list.js';
import { AreaFrame } from '../settings/settings-screen.js';
import { SETTINGS_WORDS, type SettingsWords } from '../settings/settings-words.js';

export const MAILS = '/console/settings/mails';

export type ShownMailName = keyof SettingsWords['mails']['names'];

export interface ListedMail {
  readonly name: ShownMailName;
  readonly placeholders: readonly string[] | null;
  readonly source: 'OWN' | 'DEFAULT';
}

/** Every mail that people get, and whose words it has. */
export function mailsScreen(page: ConsolePage, mails: readonly ListedMail[]): VNode {
  const words = page.textsOf(SETTINGS_WORDS);
  const { names, source, when, words: column } = words.mails;
  return (
    <AreaFrame page={page} area="mails">
      <DataTable
        caption={words.areas.mails.title}
        rows={mails}
        keyOf={({ name }) => name}
        columns={[
          {
            title: words.areas.mails.title,
            cell: ({ name }) => <a href={`${MAILS}/${name}`}>{names[name].title}</a>,
          },
          { title: when, cell: ({ name }) => names[name].text },
          {
            title: column,
            cell: (mail) => (
              <Badge tone={mail.source === 'OWN' ? 'good' : 'off'}>{source[mail.source]}</Badge>
            ),
          },
        ]}
      />
    </AreaFrame>
  );
}
