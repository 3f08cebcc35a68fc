import type { VNode } from 'preact';
import { CATALOGUE } from '../catalogue/catalogue.js';
import type { ConsolePage } from '../frame/console-page.js';
import { CheckField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import { isRefused, type FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { EmptyState } from '../frame/list.js';
import { memberPath } from '../frame/people.js';
import {
  choicesOf,
  SettingFacts,
  SettingFields,
  type Setting,
} from '../settings/setting-fields.js';
import { DISCOUNT_BOX } from './contract-form.js';
import { FilePanel } from '../files/file-panel.js';
import { choosable, contractsOf, type MemberContract, type Offers } from './contract.js';
import { ContractBadge } from './contracts-panel.js';
import { CONTRACTS_WORDS } from './contracts-words.js';

export interface ContractView {
  readonly customerId: number;
  /** The person's name. */
  readonly member: string;
  readonly offers: Offers;
  readonly state: FormState;
  /** Absent: a new one. */
  readonly contract?: MemberContract;
}

interface ContractProps {
  readonly page: ConsolePage;
  readonly view: ContractView;
}

/** One contract: to make, to change, to end, or to read. */
export function contractScreen(page: ConsolePage, view: ContractView): VNode {
  const { customerId, member, contract, state } = view;
  const words = page.textsOf(CONTRACTS_WORDS);
  const settings = settingsOf(page, view);
  return (
    <Frame
      page={page}
      title={contract ? words.one : words.add}
      lead={contract ? undefined : words.lead}
      back={{ href: memberPath(customerId), label: member }}
      {...(contract && { script: 'send-file.js' })}
    >
      {contract && (
        <p>
          <ContractBadge page={page} contract={contract} />
        </p>
      )}
      <div class="panel">
        {page.may('CUSTOMER_WRITE') ? (
          <ContractForm page={page} view={view} />
        ) : (
          <SettingFacts page={page} settings={settings} values={state.values} />
        )}
      </div>
      {contract && (
        <FilePanel
          page={page}
          kind="document"
          url={contract.documentUrl}
          action={contractsOf(customerId, `/${contract.id}/document`)}
        />
      )}
    </Frame>
  );
}

function ContractForm({ page, view }: ContractProps): VNode {
  const { contract, offers, state } = view;
  const words = page.textsOf(CONTRACTS_WORDS);
  const isOffered = [offers.memberships, offers.paymentPlans].every(
    (items) => choosable(items).length > 0,
  );
  if (!contract && !isOffered)
    return (
      <EmptyState title={words.nothingOffered}>
        <a href={CATALOGUE}>{words.toCatalogue}</a>
      </EmptyState>
    );
  return (
    <ConsoleForm page={page} action={page.path} state={state} submit={page.words.save}>
      <SettingFields page={page} state={state} settings={settingsOf(page, view)} />
      <Discounts page={page} view={view} />
    </ConsoleForm>
  );
}

function settingsOf(page: ConsolePage, { offers, contract }: ContractView): Setting[] {
  const words = page.textsOf(CONTRACTS_WORDS);
  const select = { kind: 'select', required: true } as const;
  const day = { type: 'date' } as const;
  const choices = (items: Offers['memberships'], chosen: number | undefined) =>
    choosable(items, chosen === undefined ? [] : [chosen]).map(({ id, name }) => ({
      value: String(id),
      label: name,
    }));
  const ofOld: Setting[] = [
    { name: 'cancelDate', label: words.cancelDate, hint: words.cancelDateHint, input: day },
    { name: 'state', kind: 'choice', label: words.state, choices: choicesOf(words.states) },
  ];
  return [
    {
      ...select,
      name: 'membershipId',
      label: words.membership,
      choices: choices(offers.memberships, contract?.membershipId),
    },
    {
      ...select,
      name: 'paymentPlanId',
      label: words.paymentPlan,
      choices: choices(offers.paymentPlans, contract?.paymentPlanId),
    },
    { name: 'startDate', label: words.startDate, required: true, input: day },
    { name: 'endDate', label: words.endDate, hint: words.endDateHint, input: day },
    ...(contract ? ofOld : []),
  ];
}

function Discounts({ page, view }: ContractProps): VNode | null {
  const { contract, offers, state } = view;
  const own = choosable(offers.discounts, contract?.discountIds);
  if (own.length === 0) return null;
  const words = page.textsOf(CONTRACTS_WORDS);
  return (
    <fieldset class={isRefused(state, 'discountIds') ? 'choices has-problem' : 'choices'}>
      <legend>{words.discounts}</legend>
      <div class="boxes">
        {own.map(({ id, name }) => (
          <CheckField
            key={id}
            page={page}
            state={state}
            name={`${DISCOUNT_BOX}${id}`}
            label={name}
          />
        ))}
      </div>
    </fieldset>
  );
}
