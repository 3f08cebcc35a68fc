import { Get, Post } from '@nestjs/common';
import type { Form } from '../../pages/index.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, TaggedBody } from '../frame/console-page.js';
import { isStoredAlready, refusedForm, storedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import {
  PARTNER_FIELDS,
  partnerScreen,
  partnerValues,
  type PartnerSettings,
} from './partner-settings-screen.js';
import { textOrNull } from './setting-fields.js';

@Screens('console/settings/partner')
export class PartnerSettingsController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async form(@OnPage() page: ConsolePage): Promise<string> {
    const { body, tag } = await storedPartner(page);
    return page.show(partnerScreen(page, storedForm({ values: partnerValues(body), tag })));
  }

  @Post()
  @RequiresSession('PARTNER_ADMIN')
  async save(@OnPage() page: ConsolePage): Promise<string> {
    const { body } = await storedPartner(page);
    const answer = await page.send('PATCH', pathOf(page), changeIn(page.form, body));
    if (answer.ok) return page.goTo(page.path, 'saved');
    const typed = refusedForm(page.form, PARTNER_FIELDS, answer.problem);
    const now = await storedPartner(page);
    const stored = { values: partnerValues(now.body), tag: now.tag };
    const state = { ...typed, stored };
    if (isStoredAlready(state)) return page.goTo(page.path, 'saved');
    return page.show(partnerScreen(page, state), 'form-refused');
  }
}

const pathOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}`;

const storedPartner = (page: ConsolePage): Promise<TaggedBody<PartnerSettings>> =>
  page.getTagged<PartnerSettings>(pathOf(page));

/** Whether a second factor is needed is named only where it changes: that needs a recent proof. */
function changeIn(form: Form, stored: PartnerSettings) {
  const secondFactorRequired = form.isChecked('secondFactorRequired');
  return {
    name: form.text('name'),
    timeZone: form.text('timeZone'),
    locale: form.text('locale'),
    supportEmail: textOrNull(form.text('supportEmail')),
    termsUrl: textOrNull(form.text('termsUrl')),
    termsVersion: textOrNull(form.text('termsVersion')),
    privacyUrl: textOrNull(form.text('privacyUrl')),
    privacyVersion: textOrNull(form.text('privacyVersion')),
    multiOffer: form.isChecked('multiOffer'),
    signUpUrl: textOrNull(form.text('signUpUrl')),
    logInUrl: textOrNull(form.text('logInUrl')),
    usageEventsFromVisits: form.isChecked('usageEventsFromVisits'),
    usageEventTypes: listIn(form.text('usageEventTypes')),
    defaultMailTemplates: form.isChecked('defaultMailTemplates'),
    ...(secondFactorRequired !== stored.secondFactorRequired && { secondFactorRequired }),
  };
}

/** Separated by commas. */
const listIn = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
