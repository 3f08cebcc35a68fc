import { Body, Get, Post, Put } from '@nestjs/common';
import { Takes } from '../../platform/http/body-kinds.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, TaggedBody } from '../frame/console-page.js';
import { refusedForm, storedForm } from '../frame/form-state.js';
import { storeFile, type FileAnswer } from '../frame/file-answer.js';
import { OnPage, Screens } from '../frame/screens.js';
import { BRAND, brandScreen, brandValues, type ShownBrand } from './brand-screen.js';
import { textOrNull } from '../settings/setting-fields.js';
import { SETTINGS_WORDS } from '../settings/settings-words.js';

@Screens('console/settings/brand')
export class BrandSettingsController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async form(@OnPage() page: ConsolePage): Promise<string> {
    const { body: brand, tag } = await storedBrand(page);
    const state = storedForm({ values: brandValues(brand), tag });
    return page.show(brandScreen(page, { brand, state }));
  }

  @Post()
  @RequiresSession('PARTNER_ADMIN')
  async save(@OnPage() page: ConsolePage): Promise<string> {
    const { form } = page;
    const answer = await page.send('PUT', pathOf(page), {
      accentColor: textOrNull(form.text('accentColor')),
      textColor: form.text('textColor'),
      shortName: textOrNull(form.text('shortName')),
    });
    if (answer.ok) return page.goTo(BRAND, 'saved');
    const { body: brand, tag } = await storedBrand(page);
    const stored = { values: brandValues(brand), tag };
    const state = { ...refusedForm(form, Object.keys(stored.values), answer.problem), stored };
    return page.show(brandScreen(page, { brand, state }), 'form-refused');
  }

  /** Sent by the page's script: the body is the file. */
  @Put('logo')
  @Takes('file')
  @RequiresSession('PARTNER_ADMIN')
  putLogo(@OnPage() page: ConsolePage, @Body() body: unknown): Promise<FileAnswer> {
    const { logoProblems } = page.textsOf(SETTINGS_WORDS).brand;
    const problems = { ...logoProblems, unfit: logoProblems.pixels };
    const [path, to] = [`${pathOf(page)}/logo`, `${BRAND}?done=logo`];
    return storeFile(page, { path, body, to, problems });
  }

  @Post('logo/remove')
  @RequiresSession('PARTNER_ADMIN')
  async removeLogo(@OnPage() page: ConsolePage): Promise<string> {
    await page.send('DELETE', `${pathOf(page)}/logo`);
    return page.goTo(BRAND, 'removed');
  }
}

const pathOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/brand`;

const storedBrand = (page: ConsolePage): Promise<TaggedBody<ShownBrand>> =>
  page.getTagged<ShownBrand>(pathOf(page));
