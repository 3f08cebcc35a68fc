import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { OPERATOR_WORDS } from './operator-words.js';
import { OPERATOR } from './partner-health.js';

export const NEW_PARTNER_FIELDS = ['name', 'slug', 'timeZone', 'locale', 'supportEmail'];

export function newPartnerScreen(page: ConsolePage, state: FormState): VNode {
  const words = page.textsOf(OPERATOR_WORDS);
  const shared = { page, state };
  const locales = Object.entries(words.locales).map(([value, label]) => ({ value, label }));
  const asTyped = { type: 'text', autocapitalize: 'none', spellcheck: false } as const;
  return (
    <Frame
      page={page}
      title={words.createTitle}
      lead={words.createLead}
      back={{ href: OPERATOR, label: page.words.sections.operator }}
    >
      <ConsoleForm
        page={page}
        action={OPERATOR}
        state={state}
        problems={words.problems}
        submit={words.createSubmit}
      >
        <TextField {...shared} name="name" label={words.name} required />
        <TextField
          {...shared}
          name="slug"
          label={words.slug}
          hint={words.slugHint}
          required
          input={{ ...asTyped, maxLength: 50 }}
        />
        <TextField
          {...shared}
          name="timeZone"
          label={words.timeZone}
          hint={words.timeZoneHint}
          required
          input={asTyped}
        />
        <SelectField {...shared} name="locale" label={words.locale} choices={locales} required />
        <TextField
          {...shared}
          name="supportEmail"
          label={words.supportEmail}
          hint={words.supportEmailHint}
          input={{ type: 'email', maxLength: 254 }}
        />
      </ConsoleForm>
    </Frame>
  );
}
