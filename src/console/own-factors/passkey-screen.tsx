import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { Panel } from '../frame/list.js';
import { FACTORS } from '../layout/desk-context.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import { OWN_PASSKEYS, type OwnPasskey } from './own-factors.js';
import { OWN_FACTORS_WORDS } from './own-factors-words.js';
import { PasskeyDates } from './passkey-dates.js';

/** One passkey, to call it something else. */
export function passkeyScreen(page: ConsolePage, passkey: OwnPasskey, typed?: FormState): VNode {
  const { name, nameHint } = passkeyWords(chooseDeskWords(undefined, page.language));
  const words = page.textsOf(OWN_FACTORS_WORDS);
  const state = typed ?? { values: { name: passkey.name } };
  return (
    <Frame
      page={page}
      title={passkey.name}
      back={{ href: FACTORS, label: words.title }}
      lead={<PasskeyDates page={page} passkey={passkey} />}
    >
      <Panel title={words.rename}>
        <ConsoleForm
          page={page}
          action={`${OWN_PASSKEYS}/${passkey.id}`}
          state={state}
          submit={page.words.save}
          isOwn
        >
          <TextField
            page={page}
            state={state}
            name="name"
            label={name}
            hint={nameHint}
            required
            input={{ type: 'text', maxLength: 60, autocomplete: 'off' }}
          />
        </ConsoleForm>
      </Panel>
    </Frame>
  );
}
