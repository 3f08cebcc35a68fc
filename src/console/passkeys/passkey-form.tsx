import type { ComponentChildren, VNode } from 'preact';
import type { PasskeyPurpose } from '../../staff/index.js';
import { LabelledInput } from '../../pages/index.js';
import { PASSKEYS } from '../layout/desk-context.js';
import type { DeskWords } from '../words/words.js';
import { passkeyWords } from './choose-passkey-words.js';

export const PASSKEY_SCRIPT = 'passkey.js';

interface PasskeyFormProps {
  readonly words: DeskWords;
  readonly purpose: PasskeyPurpose;
  readonly action: string;
  readonly button: string;
  readonly isMain?: boolean;
  /** Where the script gets what the device is asked. */
  readonly options?: string;
  readonly children?: ComponentChildren;
}

/** Sent by the script of `PASSKEY_SCRIPT`, with what the device returned; without it there is a sentence instead. */
export function PasskeyForm(props: PasskeyFormProps): VNode {
  const { words, purpose, action, button, isMain = false, children } = props;
  const { options = `${PASSKEYS}/options` } = props;
  const { impossible, live } = passkeyWords(words);
  return (
    <div class="passkey" data-passkey={purpose} data-words={JSON.stringify(live)}>
      <p class="hint passkey-impossible">{impossible}</p>
      <form method="post" action={action} data-options={options} novalidate hidden>
        <input type="hidden" name="passkey" />
        {children}
        <p class="alert" role="alert" hidden></p>
        <button {...(isMain && { class: 'main' })}>{button}</button>
        <p class="hint" role="status"></p>
      </form>
    </div>
  );
}

/** What to call a new one. */
export function PasskeyNameField({ words }: { readonly words: DeskWords }): VNode {
  const { name, nameHint } = passkeyWords(words);
  return (
    <LabelledInput
      name="name"
      label={name}
      hint={nameHint}
      input={{ maxLength: 60, autocomplete: 'off' }}
      required={false}
    />
  );
}
