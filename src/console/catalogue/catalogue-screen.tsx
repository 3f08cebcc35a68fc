import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Badge, DataTable, EmptyState, Pager, type Tone } from '../frame/list.js';
import { AreaFrame } from '../settings/settings-screen.js';
import {
  CATALOGUE,
  CATALOGUE_KINDS,
  FEES,
  itemState,
  type CatalogueKind,
  type ItemState,
  type ListedItem,
} from './catalogue.js';
import { CATALOGUE_WORDS } from './catalogue-words.js';

interface CatalogueView {
  readonly kind: CatalogueKind;
  readonly found: { readonly items: readonly ListedItem[]; readonly nextCursor: string | null };
}

interface CatalogueProps {
  readonly page: ConsolePage;
  readonly view: CatalogueView;
}

const TONES: Record<ItemState, Tone> = { USED: 'good', CLOSED: 'wait', REMOVED: 'off' };

/** They belong to all gyms: people who work at some only read them. */
export const mayWriteCatalogue = (page: ConsolePage): boolean =>
  page.may('CUSTOMER_WRITE') && page.caller.gymId === undefined;

export function catalogueScreen(page: ConsolePage, view: CatalogueView): VNode {
  const { kind, found } = view;
  const words = page.textsOf(CATALOGUE_WORDS);
  const { none, add } = words.kinds[kind];
  const actions = mayWriteCatalogue(page) && (
    <a class="button" href={`${CATALOGUE}/${kind}/new`}>
      {add}
    </a>
  );
  return (
    <AreaFrame page={page} area="catalogue" actions={actions} done={{ added: words.added }}>
      <KindTabs page={page} current={kind} />
      <p class="quiet">{words.kinds[kind].lead}</p>
      {found.items.length === 0 ? (
        <EmptyState title={none}>{words.noneHint}</EmptyState>
      ) : (
        <CatalogueTable page={page} view={view} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} />
    </AreaFrame>
  );
}

interface TabsProps {
  readonly page: ConsolePage;
  readonly current: CatalogueKind;
}

function KindTabs({ page, current }: TabsProps): VNode {
  const { kinds } = page.textsOf(CATALOGUE_WORDS);
  return (
    <ul class="tabs">
      {CATALOGUE_KINDS.map((kind) => (
        <li key={kind}>
          <a
            href={`${CATALOGUE}/${kind}`}
            {...(kind === current && { 'aria-current': 'page' as const })}
          >
            {kinds[kind].title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function CatalogueTable({ page, view: { kind, found } }: CatalogueProps): VNode {
  const words = page.textsOf(CATALOGUE_WORDS);
  const details = kind !== 'memberships' && {
    title: words.details,
    cell: (item: ListedItem) => detailsOf(page, item),
  };
  return (
    <DataTable
      caption={words.kinds[kind].title}
      rows={found.items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.name,
          cell: ({ id, name }) => <a href={`${CATALOGUE}/${kind}/${id}`}>{name}</a>,
        },
        ...(details ? [details] : []),
        {
          title: words.state,
          cell: (item) => (
            <Badge tone={TONES[itemState(item)]}>{words.states[itemState(item)].label}</Badge>
          ),
        },
      ]}
    />
  );
}

function detailsOf(page: ConsolePage, item: ListedItem): string {
  const words = page.textsOf(CATALOGUE_WORDS);
  if (item.isAddOnPaymentPlan) return words.addOnShort;
  const parts = FEES.flatMap((fee) => {
    const { type = 'NONE', value = null } = item[fee] ?? {};
    if (type === 'NONE' || value === null) return [];
    const shown =
      type === 'PERCENT' ? page.formats.percent(value / 100) : page.formats.number(value);
    return [`${words.fees[fee]}: −${shown}`];
  });
  return parts.join(' · ') || page.words.none;
}
