import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import type { OwnPasskey } from './own-factors.js';

interface PasskeyDatesProps {
  readonly page: ConsolePage;
  readonly passkey: OwnPasskey;
}

/** Since when there is one, and when it was used. */
export function PasskeyDates({ page, passkey }: PasskeyDatesProps): VNode {
  const { added, used, neverUsed } = passkeyWords(chooseDeskWords(undefined, page.language));
  const { createdAt, lastUsedAt } = passkey;
  const use = lastUsedAt === null ? neverUsed : used(page.formats.date(lastUsedAt));
  return (
    <>
      {added(page.formats.date(createdAt))}, {use}
    </>
  );
}
