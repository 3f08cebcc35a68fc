import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { Frame } from '../frame/frame.js';
import { EmptyState, Facts, Pager, Panel } from '../frame/list.js';
import { alertTextOf } from '../../alert-notifications/index.js';
import { placesFor } from './alert-places.js';
import type { AlertsHouse, AlertsPage, ShownAlert } from './alert.js';
import { ALERT_MAILS_WORDS } from './alert-mails-words.js';
import { ALERTS_WORDS } from './alerts-words.js';

interface AlertsView {
  readonly house: AlertsHouse;
  readonly found: AlertsPage;
  readonly isOpen: boolean;
  readonly gyms: readonly ListedGym[];
}

interface OneAlert {
  readonly page: ConsolePage;
  readonly house: AlertsHouse;
  readonly alert: ShownAlert;
  readonly gym: ListedGym | undefined;
}

export function alertsScreen(page: ConsolePage, view: AlertsView): VNode {
  const { house, found, isOpen, gyms } = view;
  const query: Record<string, string> = isOpen ? {} : { open: 'false' };
  const words = page.textsOf(ALERTS_WORDS);
  return (
    <Frame
      page={page}
      title={page.words.sections[house.section]}
      lead={house.isOperator ? words.installationLead : words.lead}
      actions={
        <>
          <a class="button second" href={`${house.path}/mails`}>
            {page.textsOf(ALERT_MAILS_WORDS).link}
          </a>
          <a class="button second" href={exportOf(house, query)} download>
            {page.words.exportCsv}
          </a>
        </>
      }
      done={{ closed: words.done }}
    >
      <Which page={page} house={house} isOpen={isOpen} />
      {found.items.length === 0 && (
        <EmptyState title={isOpen ? words.none : words.noneClosed}>
          {isOpen && words.noneHint}
        </EmptyState>
      )}
      {found.items.map((alert) => (
        <AlertPanel
          key={alert.id}
          page={page}
          house={house}
          alert={alert}
          gym={gyms.find(({ id }) => id === alert.gymId)}
        />
      ))}
      <Pager page={page} nextCursor={found.nextCursor} query={query} />
    </Frame>
  );
}

const exportOf = ({ path }: AlertsHouse, query: Record<string, string>): string => {
  const set = new URLSearchParams(query).toString();
  return `${path}/export${set && `?${set}`}`;
};

type WhichProps = Pick<AlertsView, 'house' | 'isOpen'> & { readonly page: ConsolePage };

function Which({ page, house, isOpen }: WhichProps): VNode {
  const words = page.textsOf(ALERTS_WORDS);
  const current = { 'aria-current': 'page' as const };
  return (
    <nav class="tabs" aria-label={words.which}>
      <a href={house.path} {...(isOpen && current)}>
        {words.open}
      </a>
      <a href={`${house.path}?open=false`} {...(!isOpen && current)}>
        {words.closed}
      </a>
    </nav>
  );
}

function AlertPanel({ page, house, alert, gym }: OneAlert): VNode {
  const words = page.textsOf(ALERTS_WORDS);
  const { formats } = page;
  const [meaning, advice] = alertTextOf(page.language, alert.code);
  const zone = gym?.timeZone;
  return (
    <Panel title={meaning}>
      <p>
        <strong>{words.todo}:</strong> {advice}
      </p>
      <Facts
        facts={[
          ...(gym ? [[page.words.gym, gym.name] as const] : []),
          ...(house.isOperator ? [[words.about, <code>{alert.object}</code>] as const] : []),
          [words.first, formats.dateTime(alert.firstAt, zone)],
          [words.last, `${formats.dateTime(alert.lastAt, zone)} (${formats.ago(alert.lastAt)})`],
          [words.count, formats.number(alert.count)],
          ...(alert.closedAt === null
            ? []
            : [[words.closedAt, formats.dateTime(alert.closedAt, zone)] as const]),
        ]}
      />
      <details>
        <summary>{words.record}</summary>
        <p class="quiet">
          <code>{alert.code}</code> · <code>{alert.object}</code>
        </p>
        <p class="quiet">{alert.detail}</p>
      </details>
      {!house.isOperator && <Places page={page} alert={alert} />}
      {alert.closedAt === null && (
        <ConsoleForm page={page} action={`${house.path}/${alert.id}/close`}>
          <p class="hint">{words.closeHint}</p>
          <button>
            {words.close}
            <span class="unseen">: {meaning}</span>
          </button>
        </ConsoleForm>
      )}
    </Panel>
  );
}

/** Links to the screens at which something can be done about it. */
function Places({ page, alert }: Pick<OneAlert, 'page' | 'alert'>): VNode | null {
  const places = placesFor(page, alert);
  if (places.length === 0) return null;
  const { goThere } = page.textsOf(ALERTS_WORDS);
  return (
    <ul class="plain-list">
      {places.map(({ href, name }) => (
        <li key={href}>
          <a href={href}>{goThere(name)}</a>
        </li>
      ))}
    </ul>
  );
}
