import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager } from '../frame/list.js';
import { HealthEvents, HealthWellhub, lastCheckIn } from './health-parts.js';
import { ObserveButton } from './observe-button.js';
import { OPERATOR_WORDS } from './operator-words.js';
import { OPERATOR, type ShownPartner, type ShownPartners } from './partner-health.js';

export function partnersScreen(page: ConsolePage, found: ShownPartners, q: string): VNode {
  const words = page.textsOf(OPERATOR_WORDS);
  return (
    <Frame
      page={page}
      title={page.words.sections.operator}
      lead={words.lead}
      actions={
        <a class="button" href={`${OPERATOR}/new`}>
          {words.create}
        </a>
      }
      done={words.done}
    >
      <Search page={page} q={q} />
      {found.items.length === 0 ? (
        <EmptyState title={q === '' ? words.empty : words.notFound}>
          {q === '' ? words.emptyHint : words.notFoundHint}
        </EmptyState>
      ) : (
        <PartnerTable page={page} partners={found.items} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ q }} />
    </Frame>
  );
}

function Search({ page, q }: { readonly page: ConsolePage; readonly q: string }): VNode {
  const words = page.textsOf(OPERATOR_WORDS);
  return (
    <form method="get" action={OPERATOR} role="search" class="filters">
      <p class="field wide">
        <label for="q">{words.searchLabel}</label>
        <input id="q" name="q" type="search" maxLength={100} autocomplete="off" value={q} />
      </p>
      <button class="main">{page.words.search}</button>
      {q !== '' && (
        <a class="button second" href={OPERATOR}>
          {page.words.all}
        </a>
      )}
    </form>
  );
}

interface PartnerTableProps {
  readonly page: ConsolePage;
  readonly partners: readonly ShownPartner[];
}

function PartnerTable({ page, partners }: PartnerTableProps): VNode {
  const { columns, lookIn } = page.textsOf(OPERATOR_WORDS);
  const count = (value: number) =>
    value === 0 ? '0' : <Badge tone="bad">{page.formats.number(value)}</Badge>;
  return (
    <DataTable
      caption={page.words.sections.operator}
      rows={partners}
      keyOf={({ id }) => id}
      columns={[
        {
          title: columns.partner,
          cell: ({ id, name }) => <a href={`${OPERATOR}/${id}`}>{name}</a>,
        },
        { title: columns.gyms, isNumber: true, cell: ({ gyms }) => page.formats.number(gyms) },
        { title: columns.lastCheckIn, cell: (partner) => lastCheckIn(page, partner) },
        {
          title: columns.atRisk,
          isNumber: true,
          cell: ({ checkInsAtRisk }) => count(checkInsAtRisk),
        },
        {
          title: columns.wellhub,
          cell: (partner) => <HealthWellhub page={page} partner={partner} />,
        },
        {
          title: columns.events,
          cell: (partner) => <HealthEvents page={page} partner={partner} />,
        },
        { title: columns.alerts, isNumber: true, cell: ({ openAlerts }) => count(openAlerts) },
        {
          title: lookIn,
          cell: ({ id, name }) => <ObserveButton page={page} id={id} name={name} />,
        },
      ]}
    />
  );
}
