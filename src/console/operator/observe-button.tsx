import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { OPERATOR_WORDS } from './operator-words.js';
import { OPERATOR } from './partner-health.js';

interface ObserveButtonProps {
  readonly page: ConsolePage;
  readonly id: string;
  readonly name: string;
}

export function ObserveButton({ page, id, name }: ObserveButtonProps): VNode {
  return (
    <form method="post" action={`${OPERATOR}/${id}/look-in`}>
      <button>
        {page.textsOf(OPERATOR_WORDS).lookIn}
        <span class="unseen">: {name}</span>
      </button>
    </form>
  );
}
