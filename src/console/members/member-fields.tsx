import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField, TextField, type Choice } from '../frame/fields.js';
import type { FormState } from '../frame/form-state.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';
import { PROFILE_WORDS } from './profile-words.js';

const DIGITS = { inputMode: 'numeric' as const, autocomplete: 'off' };

export interface FieldsProps {
  readonly page: ConsolePage;
  readonly state: FormState;
  readonly isOptionalMarked: boolean;
}

/** Who it is, and in which language we write to them. */
export function PersonFields(shared: FieldsProps): VNode {
  const { edit, facts } = shared.page.textsOf(PROFILE_WORDS);
  const name = { maxLength: 100 };
  return (
    <>
      <div class="pair">
        <TextField {...shared} name="firstName" label={facts.firstName} input={name} />
        <TextField {...shared} name="lastName" label={facts.lastName} input={name} />
      </div>
      <TextField
        {...shared}
        name="email"
        label={facts.email}
        input={{ type: 'email', maxLength: 254 }}
      />
      <div class="pair">
        <TextField
          {...shared}
          name="phoneNumber"
          label={facts.phoneNumber}
          input={{ type: 'tel', maxLength: 50 }}
        />
        <TextField
          {...shared}
          name="birthDate"
          label={facts.birthDate}
          hint={edit.birthDateHint}
          input={{ maxLength: 10 }}
        />
      </div>
      <SelectField
        {...shared}
        name="language"
        label={facts.language}
        hint={edit.languageHint}
        choices={languageChoices(shared)}
      />
    </>
  );
}

interface MembershipFieldsProps extends FieldsProps {
  readonly gyms: readonly ListedGym[];
  /** What number it is where none is typed; absent: it must be one of the partner's. */
  readonly numberHint?: string;
}

/** Where the person belongs, and by what the doors know them. */
export function MembershipFields(props: MembershipFieldsProps): VNode {
  const { gyms, numberHint, ...shared } = props;
  const { edit, facts } = shared.page.textsOf(PROFILE_WORDS);
  const own = gyms.map(({ id, name }) => ({ value: String(id), label: name }));
  const choices = [{ value: '', label: edit.noGym }, ...own];
  return (
    <>
      <div class="pair">
        <TextField
          {...shared}
          name="number"
          label={facts.number}
          input={{ maxLength: 100 }}
          {...(numberHint ? { hint: numberHint } : { required: true })}
        />
        <SelectField {...shared} name="homeGymId" label={facts.gym} choices={choices} />
      </div>
      <TextField
        {...shared}
        name="cardNumber"
        label={facts.card}
        hint={edit.cardHint}
        input={{ ...DIGITS, maxLength: 64 }}
      />
    </>
  );
}

/** How Wellhub names the person. */
export function WellhubFields(shared: FieldsProps): VNode {
  const { edit, facts } = shared.page.textsOf(PROFILE_WORDS);
  return (
    <>
      <TextField
        {...shared}
        name="gympassId"
        label={facts.gympassId}
        hint={edit.gympassIdHint}
        input={{ ...DIGITS, maxLength: 30 }}
      />
      <TextField
        {...shared}
        name="gympassUserId"
        label={facts.gympassUserId}
        hint={edit.gympassUserIdHint}
        input={{ maxLength: 100 }}
      />
    </>
  );
}

/** None, ours, and the stored one, which other software may have set. */
function languageChoices({ page, state }: FieldsProps): Choice[] {
  const { languages } = page.textsOf(SETTINGS_WORDS);
  const own = { '': page.textsOf(PROFILE_WORDS).edit.noLanguage, ...languages };
  const stored = state.values['language'] ?? '';
  const all: Readonly<Record<string, string>> = { [stored]: stored, ...own };
  return Object.entries(all).map(([value, label]) => ({ value, label }));
}
