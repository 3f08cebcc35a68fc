import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Facts, Panel } from '../frame/list.js';
import { HealthEvents, HealthWellhub, lastCheckIn } from './health-parts.js';
import { ObserveButton } from './observe-button.js';
import { OPERATOR_WORDS } from './operator-words.js';
import { OPERATOR, type ShownPartner } from './partner-health.js';

/** A person of the partner's staff, as far as the operator needs to know. */
export interface ListedOwner {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: string;
  readonly state: 'INVITED' | 'ACTIVE';
}

export interface OperatedPartnerView {
  readonly partner: ShownPartner;
  readonly owners: readonly ListedOwner[];
  readonly invitation: FormState;
}

export function operatedPartnerScreen(page: ConsolePage, view: OperatedPartnerView): VNode {
  const words = page.textsOf(OPERATOR_WORDS);
  const { partner } = view;
  const { columns } = words;
  return (
    <Frame
      page={page}
      title={partner.name}
      back={{ href: OPERATOR, label: page.words.sections.operator }}
      done={words.done}
    >
      <Facts
        facts={[
          [words.slug, partner.slug],
          [words.since, page.formats.date(partner.createdAt)],
          [columns.gyms, page.formats.number(partner.gyms)],
          [columns.lastCheckIn, lastCheckIn(page, partner)],
          [columns.atRisk, page.formats.number(partner.checkInsAtRisk)],
          [columns.wellhub, <HealthWellhub key="wellhub" page={page} partner={partner} />],
          [columns.events, <HealthEvents key="events" page={page} partner={partner} />],
          [columns.alerts, page.formats.number(partner.openAlerts)],
        ]}
      />
      <Panel title={words.lookInTitle}>
        <p>{words.lookInLead}</p>
        <ObserveButton page={page} id={partner.id} name={partner.name} />
      </Panel>
      <Owners page={page} view={view} />
    </Frame>
  );
}

function Owners({
  page,
  view,
}: {
  readonly page: ConsolePage;
  readonly view: OperatedPartnerView;
}): VNode {
  const words = page.textsOf(OPERATOR_WORDS);
  const { partner, owners, invitation } = view;
  return (
    <Panel title={words.staffTitle}>
      {owners.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <ul class="ruled-list">
          {owners.map(({ id, name, email, state }) => (
            <li key={id}>
              {[name, email].filter(Boolean).join(' · ')} ({words.joined[state]})
            </li>
          ))}
        </ul>
      )}
      <h3>{words.ownerTitle}</h3>
      <p>{words.ownerLead}</p>
      <ConsoleForm
        page={page}
        action={`${OPERATOR}/${partner.id}/owners`}
        state={invitation}
        problems={words.problems}
        submit={words.ownerSubmit}
      >
        <TextField
          page={page}
          state={invitation}
          name="email"
          label={words.ownerEmail}
          required
          input={{ type: 'email', maxLength: 254, autocomplete: 'off', autocapitalize: 'none' }}
        />
      </ConsoleForm>
    </Panel>
  );
}
