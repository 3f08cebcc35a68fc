import type { VNode } from 'preact';
import { FormAlert } from '../layout/form-alert.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { PasskeyForm } from '../passkeys/passkey-form.js';
import type { DeskWords } from '../words/words.js';
import { CodeForm } from './code-form.js';

/** What was wrong with what was sent. */
export type RefusedStep = 'code' | 'passkey';

interface FactorFormsProps {
  readonly words: DeskWords;
  readonly action: string;
  readonly button: string;
  readonly hasPasskeys: boolean;
  readonly refused?: RefusedStep | undefined;
}

/** Every way in which staff prove it with a second factor that they have. */
export function FactorForms(props: FactorFormsProps): VNode {
  const { words, action, button, hasPasskeys, refused } = props;
  const { secondFactor } = words.staff;
  const texts = passkeyWords(words);
  return (
    <>
      {refused === 'passkey' && <FormAlert text={texts.refused} field="code" />}
      {refused === 'code' && <FormAlert text={secondFactor.wrong} field="code" />}
      {hasPasskeys && (
        <>
          <PasskeyForm words={words} purpose="PROVE" action={action} button={texts.use} isMain />
          <p class="or">{texts.or}</p>
        </>
      )}
      <p class="lead">{secondFactor.codeLead}</p>
      <CodeForm words={words} action={action} button={button} isMain={!hasPasskeys} />
    </>
  );
}
