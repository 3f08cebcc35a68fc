import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Panel } from '../frame/list.js';
import { GymSecretsForm } from './gym-secrets-form.js';
import {
  doorSettings,
  generalSettings,
  gymValues,
  newGymValues,
  wellhubSettings,
  type GymSettings,
} from './gym-settings.js';
import { GYM_WORDS } from './gym-words.js';
import { GYMS } from './gyms-screen.js';
import { SettingFacts, SettingFields } from '../settings/setting-fields.js';
import { AreaFrame } from '../settings/settings-screen.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';

export interface GymView {
  /** Absent: a new one. */
  readonly gym?: GymSettings;
  readonly state?: FormState;
  readonly secrets?: FormState;
}

export function gymScreen(page: ConsolePage, view: GymView): VNode {
  const { gym } = view;
  const words = page.textsOf(GYM_WORDS);
  const back = { href: GYMS, label: page.textsOf(SETTINGS_WORDS).areas.gyms.title };
  return (
    <AreaFrame
      page={page}
      area="gyms"
      title={gym?.name ?? words.add}
      back={back}
      done={{ added: words.added }}
    >
      {gym && !page.may('STUDIO_WRITE') ? (
        <GymFacts page={page} gym={gym} />
      ) : (
        <GymForm page={page} view={view} />
      )}
      {gym && page.may('STUDIO_WRITE') && (
        <>
          <GymSecretsForm
            page={page}
            gym={gym}
            state={{ ...(view.secrets ?? { values: {} }), stored: view.state?.stored }}
          />
          <Panel title={words.parts.remove}>
            <ConfirmedAction
              page={page}
              action={`${GYMS}/${gym.id}/remove`}
              label={words.remove}
              consequence={words.removeText}
              submit={words.removeButton}
            />
          </Panel>
        </>
      )}
    </AreaFrame>
  );
}

const partsOf = (page: ConsolePage, zone: string) => {
  const { parts } = page.textsOf(GYM_WORDS);
  return [
    [parts.general, generalSettings(page, zone)],
    [parts.wellhub, wellhubSettings(page)],
    [parts.doors, doorSettings(page)],
  ] as const;
};

function GymForm({ page, view }: { readonly page: ConsolePage; readonly view: GymView }): VNode {
  const words = page.textsOf(GYM_WORDS);
  const { gym, state = { values: newGymValues(page) } } = view;
  const zone = state.stored?.values['timeZone'] ?? state.values['timeZone'] ?? '';
  return (
    <ConsoleForm
      page={page}
      action={gym ? `${GYMS}/${gym.id}` : GYMS}
      state={state}
      problems={{ 'gym.wellhub-gym-id-taken': words.wellhubGymIdTaken }}
      submit={gym ? page.words.save : words.add}
    >
      {partsOf(page, zone).map(([title, settings]) => (
        <fieldset key={title} class="part">
          <legend>{title}</legend>
          <SettingFields page={page} settings={settings} state={state} />
        </fieldset>
      ))}
    </ConsoleForm>
  );
}

function GymFacts({ page, gym }: { readonly page: ConsolePage; readonly gym: GymSettings }): VNode {
  return (
    <>
      {partsOf(page, gym.timeZone).map(([title, settings]) => (
        <Panel key={title} title={title}>
          <SettingFacts page={page} settings={settings} values={gymValues(gym)} />
        </Panel>
      ))}
    </>
  );
}
