import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { HolderLink } from './holder-link.js';
import { MEMBERS } from '../frame/people.js';
import type { Member } from './member.js';
import { MembershipFields, PersonFields, WellhubFields } from './member-fields.js';
import { PROFILE_WORDS } from './profile-words.js';

interface NewMemberView {
  readonly gyms: readonly ListedGym[];
  readonly state: FormState;
  /** Who has what was typed. */
  readonly holder?: Member | undefined;
}

export function newMemberScreen(page: ConsolePage, { gyms, state, holder }: NewMemberView): VNode {
  const { create, edit } = page.textsOf(PROFILE_WORDS);
  const shared = { page, state, isOptionalMarked: false };
  const back = { href: MEMBERS, label: page.words.sections.members };
  return (
    <Frame page={page} title={create.title} lead={create.lead} back={back}>
      <div class="panel">
        <ConsoleForm
          page={page}
          action={page.path}
          state={state}
          problems={edit.problems}
          more={<HolderLink page={page} holder={holder} />}
          submit={create.submit}
        >
          <PersonFields {...shared} />
          <MembershipFields {...shared} gyms={gyms} numberHint={create.numberHint} />
          <WellhubFields {...shared} />
        </ConsoleForm>
      </div>
    </Frame>
  );
}
