import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { Panel } from '../frame/list.js';
import { FACTORS } from '../layout/desk-context.js';
import { RecoveryCodes } from '../second-factor/second-factor-pages.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';

/** Shown once. */
export function recoveryCodesScreen(page: ConsolePage, codes: readonly string[]): VNode {
  const { secondFactor } = chooseDeskWords(undefined, page.language).staff;
  const { recoveryTitle, recoveryLead, done } = secondFactor;
  return (
    <Frame page={page} title={recoveryTitle} lead={recoveryLead}>
      <Panel title={recoveryTitle}>
        <RecoveryCodes codes={codes} />
        <p>
          <a class="button" href={FACTORS}>
            {done}
          </a>
        </p>
      </Panel>
    </Frame>
  );
}
