import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import { Panel } from '../frame/list.js';
import { FACTORS } from '../layout/desk-context.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { AppSecret } from '../second-factor/app-secret.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import type { FactorsView, NewApp } from './own-factors.js';

interface AppProps {
  readonly page: ConsolePage;
  readonly view: FactorsView;
}

/** The authenticator app: set up, being set up, or how to. */
export function AppPanel({ page, view }: AppProps): VNode {
  const words = chooseDeskWords(undefined, page.language);
  const { app } = passkeyWords(words);
  return (
    <Panel title={app.title}>
      {view.app ? (
        <NewAppForm page={page} view={view} app={view.app} />
      ) : view.factor.hasApp ? (
        <SetApp page={page} view={view} />
      ) : (
        <>
          <p>{app.none}</p>
          <p>
            <a class="button second" href={`${FACTORS}/app`}>
              {app.setUp}
            </a>
          </p>
        </>
      )}
    </Panel>
  );
}

function NewAppForm({ page, view, app }: AppProps & { readonly app: NewApp }): VNode {
  const words = chooseDeskWords(undefined, page.language);
  const { secondFactor } = words.staff;
  const state = view.refused?.form === 'app' ? view.refused.state : { values: {} };
  return (
    <>
      <AppSecret words={words} enrolment={app} />
      <ConsoleForm
        page={page}
        action={`${FACTORS}/app`}
        state={state}
        problems={{ 'request.invalid': secondFactor.wrong }}
        submit={secondFactor.enrolButton}
        isOwn
      >
        <TextField
          page={page}
          state={state}
          name="code"
          label={secondFactor.code}
          required
          input={{
            type: 'text',
            autocomplete: 'one-time-code',
            maxLength: 40,
            autocapitalize: 'none',
            spellcheck: false,
          }}
        />
      </ConsoleForm>
    </>
  );
}

function SetApp({ page, view }: AppProps): VNode {
  const words = chooseDeskWords(undefined, page.language);
  const { app } = passkeyWords(words);
  const mayRemove = !view.factor.isRequired || view.passkeys.items.length > 0;
  return (
    <>
      <p>{app.has}</p>
      {mayRemove ? (
        <ConsoleForm page={page} action={`${FACTORS}/remove-app`} isOwn>
          <button>{app.remove}</button>
        </ConsoleForm>
      ) : (
        <p class="hint">{words.staff.secondFactor.mandatory}</p>
      )}
    </>
  );
}
