import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { isStoredAlready, refusedForm, storedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { editScreen } from './edit-screen.js';
import { memberPath, ownNumberOf, type Member } from './member.js';
import { ProfileReads } from './profile-reads.js';

const TEXTS = [
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'birthDate',
  'gympassId',
  'gympassUserId',
] as const;
const FIELDS = [...TEXTS, 'number', 'homeGymId', 'cardNumber', 'cardIsBlocked'];

/** The form with which staff change what is known about a member. */
@Screens('console/members/:customerId/edit')
export class EditMemberController {
  constructor(private readonly reads: ProfileReads) {}

  @Get()
  @RequiresSession('CUSTOMER_WRITE')
  async form(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const { body: member, tag } = await this.reads.taggedMember(page, id);
    const state = storedForm({ values: valuesOf(member), tag });
    return page.show(editScreen(page, { member, gyms: await page.gyms(), state }));
  }

  /** Only what is another value than now is sent: what stays needs no right, and stays out of the audit log. */
  @Post()
  @RequiresSession('CUSTOMER_WRITE')
  async save(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const before = await this.reads.member(page, id);
    const answer = await page.send<Member>('PATCH', `customers/${id}`, changesIn(page, before));
    if (answer.ok) return page.goTo(memberPath(before.id), 'saved');
    const { body: member, tag } = await this.reads.taggedMember(page, id);
    const stored = { values: valuesOf(member), tag };
    const state = { ...refusedForm(page.form, FIELDS, answer.problem), stored };
    if (isStoredAlready(state)) return page.goTo(memberPath(member.id), 'saved');
    const view = { member, gyms: await page.gyms(), state };
    return page.show(editScreen(page, view), 'form-refused');
  }
}

function valuesOf(member: Member): Readonly<Record<string, string>> {
  const texts = TEXTS.map((name) => [name, member[name] ?? ''] as const);
  return {
    ...Object.fromEntries(texts),
    number: ownNumberOf(member) ?? '',
    homeGymId: String(member.homeGymId ?? ''),
    cardNumber: member.cardNumber ?? '',
    cardIsBlocked: member.cardIsBlocked ? 'on' : '',
  };
}

function changesIn({ form }: ConsolePage, member: Member): Record<string, unknown> {
  const before = valuesOf(member);
  const changed = (name: string) => form.text(name) !== before[name];
  const gym = form.text('homeGymId');
  const card = form.text('cardNumber');
  const texts = TEXTS.filter(changed).map((name) => [name, form.text(name) || null]);
  return {
    ...Object.fromEntries(texts),
    ...(changed('number') && form.text('number') !== '' && { number: form.text('number') }),
    ...(changed('homeGymId') && { homeGymId: /^\d+$/.test(gym) ? Number(gym) : null }),
    ...(changed('cardNumber') && { cardNumber: card === '' ? null : { value: card } }),
    ...(form.isChecked('cardIsBlocked') !== member.cardIsBlocked && {
      cardIsBlocked: form.isChecked('cardIsBlocked'),
    }),
  };
}
