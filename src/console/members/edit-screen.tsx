import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField, SelectField, TextField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { fullName, memberPath, type Member } from './member.js';
import { MEMBERS_WORDS } from './members-words.js';
import { PROFILE_WORDS } from './profile-words.js';

interface EditView {
  readonly member: Member;
  readonly gyms: readonly ListedGym[];
  readonly state: FormState;
}

const DIGITS = { inputMode: 'numeric' as const, autocomplete: 'off' };

export function editScreen(page: ConsolePage, view: EditView): VNode {
  const { member, state } = view;
  const { edit } = page.textsOf(PROFILE_WORDS);
  const shared = { page, state, isOptionalMarked: false };
  const path = memberPath(member.id);
  const label = fullName(member) || page.textsOf(MEMBERS_WORDS).noName;
  return (
    <Frame page={page} title={edit.title} lead={edit.lead} back={{ href: path, label }}>
      <div class="panel">
        <ConsoleForm
          page={page}
          action={`${path}/edit`}
          state={state}
          problems={edit.problems}
          submit={page.words.save}
        >
          <PersonFields {...shared} />
          <MembershipFields page={page} view={view} />
          <WellhubFields {...shared} />
        </ConsoleForm>
      </div>
    </Frame>
  );
}

interface FieldsProps {
  readonly page: ConsolePage;
  readonly state: FormState;
  readonly isOptionalMarked: boolean;
}

function PersonFields(shared: FieldsProps): VNode {
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
    </>
  );
}

function MembershipFields({ page, view }: { page: ConsolePage; view: EditView }): VNode {
  const { edit, facts } = page.textsOf(PROFILE_WORDS);
  const shared = { page, state: view.state, isOptionalMarked: false };
  const gyms = view.gyms.map(({ id, name }) => ({ value: String(id), label: name }));
  const choices = [{ value: '', label: edit.noGym }, ...gyms];
  return (
    <>
      <div class="pair">
        <TextField
          {...shared}
          name="number"
          label={facts.number}
          input={{ maxLength: 100 }}
          required
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
      <CheckField {...shared} name="cardIsBlocked" label={edit.cardIsBlocked} />
    </>
  );
}

function WellhubFields(shared: FieldsProps): VNode {
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
