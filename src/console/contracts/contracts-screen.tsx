import type { VNode } from 'preact';
import type { ConsolePage, ListedPage } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { EmptyState, Pager } from '../frame/list.js';
import { memberPath } from '../frame/people.js';
import { contractsOf, type MemberContract } from './contract.js';
import { ContractList } from './contracts-panel.js';
import { CONTRACTS_WORDS } from './contracts-words.js';

interface ContractsView {
  readonly customerId: number;
  /** The person's name. */
  readonly member: string;
  readonly found: ListedPage<MemberContract>;
  readonly memberships: ReadonlyMap<number, string>;
}

/** Every contract of a member, page by page. */
export function contractsScreen(page: ConsolePage, view: ContractsView): VNode {
  const { customerId, member, found, memberships } = view;
  const words = page.textsOf(CONTRACTS_WORDS);
  const list = { page, customerId, contracts: found.items, memberships };
  return (
    <Frame
      page={page}
      title={words.title}
      back={{ href: memberPath(customerId), label: member }}
      actions={
        page.may('CUSTOMER_WRITE') && (
          <a class="button" href={contractsOf(customerId, '/new')}>
            {words.add}
          </a>
        )
      }
    >
      {found.items.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <div class="panel">
          <ContractList {...list} />
        </div>
      )}
      <Pager page={page} nextCursor={found.nextCursor} />
    </Frame>
  );
}
