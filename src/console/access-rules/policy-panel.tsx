import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { TextArea } from '../frame/fields.js';
import { ConfirmedAction, ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Facts, Panel } from '../frame/list.js';
import { SettingFacts, SettingFields } from '../settings/setting-fields.js';
import { gymRules, type Policy } from './access-rule.js';
import { ACCESS_WORDS } from './access-words.js';
import { policySettings, policyValues } from './policy-form.js';

interface PolicyProps {
  readonly page: ConsolePage;
  readonly gymId: number;
  readonly policy: Policy;
  readonly state: FormState;
}

/** What holds besides the rules: places, ages, closing days. */
export function PolicyPanel(props: PolicyProps): VNode {
  const { page } = props;
  const { policy: words } = page.textsOf(ACCESS_WORDS);
  return (
    <Panel title={words.title}>
      {page.may('STUDIO_WRITE') ? <PolicyForm {...props} /> : <PolicyFacts {...props} />}
    </Panel>
  );
}

function PolicyForm({ page, gymId, state }: PolicyProps): VNode {
  const { policy: words } = page.textsOf(ACCESS_WORDS);
  const { stored, problem } = state;
  return (
    <>
      <ConsoleForm page={page} action={gymRules(gymId)} state={state} submit={page.words.save}>
        <SettingFields page={page} settings={policySettings(page)} state={state} />
        <TextArea
          page={page}
          state={state}
          name="closingDays"
          label={words.closing}
          hint={words.closingHint}
          rows={5}
        />
      </ConsoleForm>
      <ConfirmedAction
        page={page}
        action={`${gymRules(gymId)}/remove`}
        state={{ values: {}, ...(stored && { stored }), ...(problem && { problem: undefined }) }}
        label={words.remove}
        consequence={words.removeText}
        submit={words.removeButton}
      />
    </>
  );
}

function PolicyFacts({ page, policy }: PolicyProps): VNode {
  const { policy: words } = page.textsOf(ACCESS_WORDS);
  const values = policyValues(page, policy);
  const days = values['closingDays']?.replaceAll('\n', ', ');
  return (
    <>
      <SettingFacts page={page} settings={policySettings(page)} values={values} />
      <Facts facts={[[words.closing, days || page.words.none]]} />
    </>
  );
}
