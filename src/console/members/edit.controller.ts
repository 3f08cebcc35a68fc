import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, type FormState } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { editScreen } from './edit-screen.js';
import { memberPath, type Member } from './member.js';
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
    const member = await this.reads.member(page, id);
    const gyms = await page.gyms();
    return page.show(editScreen(page, { member, gyms, state: stateOf(member) }));
  }

  /** Only what was changed is sent, so that two people who edit different fields do not undo each other. */
  @Post()
  @RequiresSession('CUSTOMER_WRITE')
  async save(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const member = await this.reads.member(page, id);
    const answer = await page.send<Member>('PATCH', `customers/${id}`, changesIn(page, member));
    if (answer.ok) return page.goTo(memberPath(member.id), 'saved');
    const [gyms, state] = [await page.gyms(), refusedForm(page.form, FIELDS, answer.problem)];
    return page.show(editScreen(page, { member, gyms, state }), 'form-refused');
  }
}

function stateOf(member: Member): FormState {
  const texts = TEXTS.map((name) => [name, member[name] ?? ''] as const);
  return {
    values: {
      ...Object.fromEntries(texts),
      number: member.number,
      homeGymId: String(member.homeGymId ?? ''),
      cardNumber: member.cardNumber ?? '',
      cardIsBlocked: member.cardIsBlocked ? 'on' : '',
    },
  };
}

function changesIn({ form }: ConsolePage, member: Member): Record<string, unknown> {
  const before = stateOf(member).values;
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
