import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { fullName, memberPath } from '../frame/people.js';
import type { Member } from './member.js';
import { PROFILE_WORDS } from './profile-words.js';

interface HolderProps {
  readonly page: ConsolePage;
  /** Undefined as well for one whom the caller does not see. */
  readonly holder: Member | undefined;
}

/** Beside the words that another member has what was typed: which one. */
export function HolderLink({ page, holder }: HolderProps): VNode | null {
  if (!holder) return null;
  const { openHolder } = page.textsOf(PROFILE_WORDS);
  return <a href={memberPath(holder.id)}>{openHolder(fullName(holder) || `№ ${holder.id}`)}</a>;
}
