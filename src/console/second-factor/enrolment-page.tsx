import type { VNode } from 'preact';
import { PASSKEYS, SECOND_FACTOR } from '../layout/desk-context.js';
import { DeskLayout } from '../layout/desk-layout.js';
import { FormAlert } from '../layout/form-alert.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { PASSKEY_SCRIPT, PasskeyForm, PasskeyNameField } from '../passkeys/passkey-form.js';
import { AppSecret } from './app-secret.js';
import { CodeForm } from './code-form.js';
import type { AwaitedEnrolment } from './enrolments.js';

/** What was wrong with what was sent. */
export type EnrolmentProblem = 'code' | 'notAdded';

/** The first second factor of a person who may not be without one. */
export function enrolmentPage(
  { words, session, app, hasPasskeysHere }: AwaitedEnrolment,
  problem?: EnrolmentProblem,
): VNode {
  const { secondFactor } = words.staff;
  const texts = passkeyWords(words);
  const title = secondFactor.enrolTitle;
  return (
    <DeskLayout
      words={words}
      title={title}
      place="Gatehouse"
      who={session.name}
      {...(hasPasskeysHere && { script: PASSKEY_SCRIPT })}
    >
      <h1>{title}</h1>
      {problem === 'code' && <FormAlert text={secondFactor.wrong} field="code" />}
      {problem === 'notAdded' && <FormAlert text={texts.notAdded} field="name" />}
      {app && (
        <section>
          <AppSecret words={words} enrolment={app} />
          <CodeForm words={words} action={SECOND_FACTOR} button={secondFactor.enrolButton} />
        </section>
      )}
      {hasPasskeysHere && (
        <section>
          <h2>{texts.title}</h2>
          <p class="hint">{texts.lead}</p>
          <PasskeyForm words={words} purpose="ADD" action={PASSKEYS} button={texts.add}>
            <PasskeyNameField words={words} />
          </PasskeyForm>
        </section>
      )}
    </DeskLayout>
  );
}
