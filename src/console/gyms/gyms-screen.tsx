import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Badge, DataTable, EmptyState, Pager } from '../frame/list.js';
import type { GymSettings } from './gym-settings.js';
import { GYM_WORDS } from './gym-words.js';
import { AreaFrame } from '../settings/settings-screen.js';

export const GYMS = '/console/settings/gyms';

interface GymList {
  readonly items: readonly GymSettings[];
  readonly nextCursor: string | null;
}

export function gymsScreen(page: ConsolePage, { items, nextCursor }: GymList): VNode {
  const words = page.textsOf(GYM_WORDS);
  const { columns } = words;
  const mayAdd = page.may('STUDIO_WRITE') && page.caller.gymId === undefined;
  return (
    <AreaFrame
      page={page}
      area="gyms"
      actions={
        mayAdd && (
          <a class="button" href={`${GYMS}/new`}>
            {words.add}
          </a>
        )
      }
    >
      {items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DataTable
          caption={columns.name}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { title: columns.name, cell: ({ id, name }) => <a href={`${GYMS}/${id}`}>{name}</a> },
            { title: columns.timeZone, cell: ({ timeZone }) => timeZone.replaceAll('_', ' ') },
            {
              title: columns.validation,
              cell: ({ validationMode }) => words.validations[validationMode].label,
            },
            {
              title: columns.wellhub,
              cell: ({ wellhubGymId }) =>
                wellhubGymId ?? <Badge tone="ask">{words.noWellhubId}</Badge>,
            },
          ]}
        />
      )}
      <Pager page={page} nextCursor={nextCursor} />
    </AreaFrame>
  );
}
