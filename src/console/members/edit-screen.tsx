import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { CheckField } from '../frame/fields.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { HolderLink } from './holder-link.js';
import { fullName, memberPath } from '../frame/people.js';
import { ownNumberOf, type Member } from './member.js';
import { MembershipFields, PersonFields, WellhubFields } from './member-fields.js';
import { MEMBERS_WORDS } from './members-words.js';
import { PROFILE_WORDS } from './profile-words.js';

interface EditView {
  readonly member: Member;
  readonly gyms: readonly ListedGym[];
  readonly state: FormState;
  /** Who has what was typed. */
  readonly holder?: Member | undefined;
}

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
          more={<HolderLink page={page} holder={view.holder} />}
          submit={page.words.save}
        >
          <PersonFields {...shared} />
          <MembershipFields
            {...shared}
            gyms={view.gyms}
            {...(ownNumberOf(member) === undefined && { numberHint: edit.numberHint })}
          />
          <CheckField {...shared} name="cardIsBlocked" label={edit.cardIsBlocked} />
          <WellhubFields {...shared} />
        </ConsoleForm>
      </div>
    </Frame>
  );
}
