import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Panel } from '../frame/list.js';
import { ACCOUNT, FACTORS } from '../layout/desk-context.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { PASSKEY_SCRIPT } from '../passkeys/passkey-form.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import { AppPanel } from './app-panel.js';
import type { FactorsView } from './own-factors.js';
import { OWN_FACTORS_WORDS } from './own-factors-words.js';
import { PasskeysPanel } from './passkeys-panel.js';

/** The second factors of a person: how the first is set up, and what there is. */
export function factorsScreen(page: ConsolePage, view: FactorsView): VNode {
  const words = page.textsOf(OWN_FACTORS_WORDS);
  const { secondFactor } = chooseDeskWords(undefined, page.language).staff;
  const { factor, passkeys, refused } = view;
  return (
    <Frame
      page={page}
      title={factor.isSet ? secondFactor.has : secondFactor.enrolTitle}
      lead={factor.isSet ? secondFactor.hasLead : words.lead}
      back={{ href: ACCOUNT, label: page.words.sections.account }}
      done={words.done}
      failed={words.failed}
      {...(passkeys.isPossible && { script: PASSKEY_SCRIPT })}
    >
      {refused?.form === 'removal' && refused.state.problem && (
        <p class="alert" role="alert">
          {problemText(page.words, refused.state.problem, words.problems)}
        </p>
      )}
      <AppPanel page={page} view={view} />
      <PasskeysPanel page={page} view={view} />
      {factor.isSet && <Codes page={page} />}
    </Frame>
  );
}

function Codes({ page }: { readonly page: ConsolePage }): VNode {
  const { codes } = passkeyWords(chooseDeskWords(undefined, page.language));
  return (
    <Panel title={codes.title}>
      <p>{codes.lead}</p>
      <ConsoleForm page={page} action={`${FACTORS}/recovery-codes`} isOwn>
        <button>{codes.button}</button>
      </ConsoleForm>
    </Panel>
  );
}
