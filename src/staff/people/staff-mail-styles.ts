import { Injectable } from '@nestjs/common';
import { mailBrand, mailLanguage, OUR_BRAND, type MailStyle } from '../../mail/index.js';
import { readLetterhead } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import type { Queries } from '../../platform/database/database.js';
import { StaffPeopleRepository } from './staff-people.repository.js';

/** Mails about a person's log-in, which is one for all partners that they work for. */
@Injectable()
export class StaffMailStyles {
  constructor(
    private readonly people: StaffPeopleRepository,
    private readonly settings: Settings,
  ) {}

  /** In their language, with the brand of their partner where they have one only. */
  async of(
    queries: Queries,
    { id, language }: { readonly id: string; readonly language: string },
  ): Promise<MailStyle> {
    const places = await this.people.workplaces(id, queries);
    const [first, ...others] = new Set(places.map(({ partnerId }) => partnerId));
    const isOne = typeof first === 'string' && others.length === 0;
    const brand = isOne
      ? mailBrand(await readLetterhead(queries, first), this.settings.publicUrl)
      : OUR_BRAND;
    return { language: mailLanguage(language), brand };
  }
}
