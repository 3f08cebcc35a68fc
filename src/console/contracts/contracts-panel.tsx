import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Badge, Panel } from '../frame/list.js';
import { contractsOf, type MemberContract } from './contract.js';
import { CONTRACTS_WORDS } from './contracts-words.js';

interface ContractsProps {
  readonly page: ConsolePage;
  readonly customerId: number;
  readonly contracts: readonly MemberContract[];
  /** What memberships are called, by their ids. */
  readonly memberships: ReadonlyMap<number, string>;
}

/** The contracts of a member: by them, those whom the gym itself bills enter. */
export function ContractsPanel(props: ContractsProps): VNode {
  const { page, customerId, contracts } = props;
  const words = page.textsOf(CONTRACTS_WORDS);
  return (
    <Panel title={words.title}>
      {contracts.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <>
          <ContractList {...props} />
          <p>
            <a href={contractsOf(customerId)}>{words.all}</a>
          </p>
        </>
      )}
      {page.may('CUSTOMER_WRITE') && (
        <p>
          <a href={contractsOf(customerId, '/new')}>{words.add}</a>
        </p>
      )}
    </Panel>
  );
}

export function ContractList({ page, customerId, contracts, memberships }: ContractsProps): VNode {
  return (
    <ul class="ruled-list">
      {contracts.map((contract) => (
        <li key={contract.id}>
          <p>
            <ContractBadge page={page} contract={contract} />{' '}
            <a href={contractsOf(customerId, `/${contract.id}`)}>
              {memberships.get(contract.membershipId) ?? `№ ${contract.membershipId}`}
            </a>
          </p>
          <p class="quiet">{spanOf(page, contract)}</p>
        </li>
      ))}
    </ul>
  );
}

interface BadgeProps {
  readonly page: ConsolePage;
  readonly contract: MemberContract;
}

export function ContractBadge({ page, contract: { isCurrent, isDeleted } }: BadgeProps): VNode {
  const words = page.textsOf(CONTRACTS_WORDS);
  if (isDeleted) return <Badge tone="off">{words.removed}</Badge>;
  return <Badge tone={isCurrent ? 'good' : 'off'}>{isCurrent ? words.current : words.ended}</Badge>;
}

function spanOf(page: ConsolePage, { startDate, endDate, cancelDate }: MemberContract): string {
  const words = page.textsOf(CONTRACTS_WORDS);
  const from = page.formats.day(startDate);
  const span = endDate ? words.span(from, page.formats.day(endDate)) : words.openEnd(from);
  return cancelDate ? `${span} · ${words.cancelledOn(page.formats.day(cancelDate))}` : span;
}
