import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Panel } from '../frame/list.js';
import type { GymSettings } from './gym-settings.js';
import { GYM_WORDS } from './gym-words.js';
import { GYMS } from './gyms-screen.js';
import { secretSetting } from '../settings/secret-setting.js';
import { SettingFields } from '../settings/setting-fields.js';

interface GymSecretsProps {
  readonly page: ConsolePage;
  readonly gym: GymSettings;
  readonly state: FormState;
}

/** The secrets with which a gym overrides its partner's: written, and never shown. */
export function GymSecretsForm({ page, gym, state }: GymSecretsProps): VNode {
  const words = page.textsOf(GYM_WORDS);
  const path = `${GYMS}/${gym.id}/secrets`;
  const own = gym.wellhubAccessTokenSet || gym.webhookSecretSet;
  return (
    <Panel title={words.parts.secrets}>
      <p class="quiet">{words.secretsLead}</p>
      <ConsoleForm
        page={page}
        action={path}
        state={state}
        problems={{ 'wellhub-connection.weak-secret': words.weakSecret }}
        submit={page.words.save}
      >
        <SettingFields
          page={page}
          state={state}
          settings={[
            secretSetting(page, {
              name: 'wellhubAccessToken',
              label: words.token,
              isSet: gym.wellhubAccessTokenSet,
            }),
            secretSetting(page, {
              name: 'webhookSecret',
              label: words.secret,
              isSet: gym.webhookSecretSet,
              setAt: gym.webhookSecretSetAt,
              hint: words.secretHint,
            }),
            { name: 'acceptWeakSecret', kind: 'check', label: words.weak },
          ]}
        />
      </ConsoleForm>
      {own && (
        <ConfirmedAction
          page={page}
          action={`${path}/remove`}
          label={words.usePartners}
          consequence={words.usePartnersText}
          submit={words.usePartners}
        />
      )}
    </Panel>
  );
}
