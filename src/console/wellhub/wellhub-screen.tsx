import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { ConsoleForm, CopyField } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Panel } from '../frame/list.js';
import { ConnectionTests, type TestedGym } from './connection-tests.js';
import { GYM_WORDS } from '../gyms/gym-words.js';
import { secretSetting } from '../settings/secret-setting.js';
import { choicesOf, SettingFields, type Setting } from '../settings/setting-fields.js';
import { AreaFrame } from '../settings/settings-screen.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';
import { SETUP_WORDS } from './setup-words.js';

export const WELLHUB = '/console/settings/wellhub';

export interface WellhubGym extends ListedGym {
  readonly wellhubGymId: string | null;
}

/** The connection as the administration shows it: of secrets, when they were set. */
export interface ShownConnection {
  readonly environment: 'production' | 'sandbox' | 'simulator' | null;
  readonly accessTokenSet: boolean;
  readonly accessTokenSetAt: string | null;
  readonly webhookSecretSet: boolean;
  readonly webhookSecretSetAt: string | null;
  readonly eventsApiTokenSet: boolean;
  readonly eventsApiTokenSetAt: string | null;
  readonly acceptWeakSecret: boolean;
  readonly urls: Readonly<Record<'production' | 'test', Readonly<Record<string, string>>>>;
  readonly docs: string;
}

export interface WellhubView {
  readonly connection: ShownConnection;
  /** The addresses that lead here: `test` in a test environment. */
  readonly kind: 'production' | 'test';
  readonly gyms: readonly WellhubGym[];
  readonly state: FormState;
  readonly tested?: TestedGym;
}

export function wellhubScreen(page: ConsolePage, view: WellhubView): VNode {
  const { connection, gyms, tested } = view;
  const words = page.textsOf(SETTINGS_WORDS);
  const { wellhub } = words;
  return (
    <AreaFrame page={page} area="wellhub">
      <ConnectionForm page={page} view={view} />
      {connection.accessTokenSet && (
        <Panel title={wellhub.test}>
          <p class="quiet">{wellhub.testText}</p>
          <ConnectionTests page={page} gyms={gyms} {...(tested && { tested })} />
          <p>
            <a href={`${WELLHUB}/webhooks`}>{page.textsOf(SETUP_WORDS).link}</a>
          </p>
        </Panel>
      )}
      <Addresses page={page} connection={connection} kind={view.kind} />
    </AreaFrame>
  );
}

function ConnectionForm({ page, view }: { page: ConsolePage; view: WellhubView }): VNode {
  const words = page.textsOf(SETTINGS_WORDS);
  const { connection, state } = view;
  return (
    <ConsoleForm
      page={page}
      action={WELLHUB}
      state={state}
      submit={page.words.save}
      problems={{
        'wellhub-connection.token-required': words.wellhub.tokenRequired,
        'wellhub-connection.weak-secret': page.textsOf(GYM_WORDS).weakSecret,
      }}
    >
      <SettingFields page={page} state={state} settings={settingsOf(page, connection)} />
    </ConsoleForm>
  );
}

function settingsOf(page: ConsolePage, connection: ShownConnection): Setting[] {
  const { wellhub } = page.textsOf(SETTINGS_WORDS);
  const gym = page.textsOf(GYM_WORDS);
  const { production, sandbox, simulator } = wellhub.environments;
  const isSimulated = connection.environment === 'simulator';
  const offered = { production, sandbox, ...(isSimulated && { simulator }) };
  const secret = (name: string, label: string, hint?: string) => {
    const key = name as 'accessToken' | 'webhookSecret' | 'eventsApiToken';
    const known = { isSet: connection[`${key}Set`], setAt: connection[`${key}SetAt`] };
    return secretSetting(page, { name, label, ...known, ...(hint && { hint }) });
  };
  return [
    {
      name: 'environment',
      kind: 'choice',
      label: wellhub.environment,
      choices: choicesOf(offered),
    },
    secret('accessToken', wellhub.token, wellhub.tokenHint),
    secret('webhookSecret', wellhub.secret, gym.secretHint),
    { name: 'acceptWeakSecret', kind: 'check', label: gym.weak },
    secret('eventsApiToken', wellhub.eventsToken, wellhub.eventsTokenHint),
  ];
}

function Addresses({
  page,
  connection,
  kind,
}: Pick<WellhubView, 'connection' | 'kind'> & { page: ConsolePage }): VNode {
  const { wellhub } = page.textsOf(SETTINGS_WORDS);
  const names: Readonly<Record<string, string>> = wellhub.addressNames;
  return (
    <Panel title={wellhub.addresses}>
      <p class="quiet">
        {wellhub.addressesText} <a href={connection.docs}>{wellhub.docs}</a>
      </p>
      {Object.entries(connection.urls[kind]).map(([name, url]) => (
        <CopyField
          key={name}
          page={page}
          label={`${names[name] ?? name} (${wellhub.kinds[kind]})`}
          value={url}
        />
      ))}
    </Panel>
  );
}
