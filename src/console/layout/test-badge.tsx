import type { VNode } from 'preact';

interface TestBadgeProps {
  readonly words: { readonly badge: string; readonly meaning: string };
}

/** Beside the name of a test environment, on every screen. */
export const TestBadge = ({ words }: TestBadgeProps): VNode => (
  <strong class="test-badge" title={words.meaning}>
    {words.badge}
    <span class="unseen">: {words.meaning}</span>
  </strong>
);
