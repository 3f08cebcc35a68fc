import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, TextField } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm, CopyField } from '../frame/form.js';
import { isRefused } from '../frame/form-state.js';
import { Panel } from '../frame/list.js';
import { AreaFrame, SETTINGS } from '../settings/settings-screen.js';
import { GroupRows } from './group-rows.js';
import type { ProviderForm, ShownProvider } from './provider-form.js';
import { PROVIDER_WORDS } from './provider-words.js';

export const IDENTITY_PROVIDER = `${SETTINGS}/identity-provider`;

export interface ProviderView {
  readonly shown: ShownProvider;
  readonly gyms: readonly ListedGym[];
  readonly form: ProviderForm;
}

export function providerScreen(page: ConsolePage, view: ProviderView): VNode {
  const { shown } = view;
  const words = page.textsOf(PROVIDER_WORDS);
  return (
    <AreaFrame
      page={page}
      area="identity-provider"
      done={{
        'test-ok': words.testOk,
        'test-unreachable': words.testUnreachable,
        'test-wrong': words.testWrong,
      }}
    >
      <p>{words.about}</p>
      <Panel title={words.handOver}>
        <CopyField page={page} label={words.redirectUri} value={shown.redirectUri} />
        <CopyField page={page} label={words.logInUrl} value={shown.logInUrl} />
      </Panel>
      <Panel title={words.settings}>
        <Settings page={page} view={view} />
      </Panel>
      {shown.clientSecretSet && (
        <Panel title={words.test}>
          <p>{words.testHint}</p>
          <ConsoleForm page={page} action={`${IDENTITY_PROVIDER}/test`}>
            <button>{words.test}</button>
          </ConsoleForm>
        </Panel>
      )}
      {shown.clientSecretSet && (
        <ConfirmedAction
          page={page}
          action={`${IDENTITY_PROVIDER}/remove`}
          label={words.remove}
          consequence={words.removeConsequence}
          submit={words.removeConfirm}
        />
      )}
    </AreaFrame>
  );
}

const PLAIN = { type: 'text', autocapitalize: 'none', spellcheck: false, maxLength: 500 } as const;
const SECRET = { type: 'password', autocomplete: 'off', maxLength: 500 } as const;

function Settings({
  page,
  view,
}: {
  readonly page: ConsolePage;
  readonly view: ProviderView;
}): VNode {
  const { shown, gyms, form } = view;
  const { state, rows } = form;
  const words = page.textsOf(PROVIDER_WORDS);
  const problems = { 'gym.not-found': words.gymGone };
  const shared = { page, state };
  const plain = { ...shared, input: PLAIN, required: true };
  const since = shown.clientSecretSetAt && page.formats.date(shown.clientSecretSetAt);
  const secretHint = since ? `${words.secretKept(since)} ${words.secretHint}` : words.secretHint;
  return (
    <ConsoleForm
      page={page}
      action={IDENTITY_PROVIDER}
      state={state}
      submit={page.words.save}
      problems={problems}
    >
      <TextField {...plain} name="issuer" label={words.issuer} hint={words.issuerHint} />
      <TextField {...plain} name="clientId" label={words.clientId} />
      <TextField
        {...shared}
        name="clientSecret"
        label={words.clientSecret}
        hint={secretHint}
        input={SECRET}
        required={!shown.clientSecretSet}
      />
      <TextField {...plain} name="scopes" label={words.scopes} hint={words.scopesHint} />
      <TextField
        {...plain}
        name="groupsClaim"
        label={words.groupsClaim}
        hint={words.groupsClaimHint}
      />
      <GroupRows page={page} rows={rows} gyms={gyms} isRefused={isRefused(state, 'groups')} />
      <CheckField {...shared} name="required" label={words.required} hint={words.requiredHint} />
      <CheckField
        {...shared}
        name="provesSecondFactor"
        label={words.provesSecondFactor}
        hint={words.provesSecondFactorHint}
      />
      {shown.clientSecretSet && <p class="hint">{words.changeWarning}</p>}
    </ConsoleForm>
  );
}
