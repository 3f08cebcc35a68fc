import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { Problem } from '../frame/problem.js';
import { KEY_FIELDS, keyForm, keyIn } from './key-form.js';
import { keyScreen, keysScreen } from './keys-screens.js';
import type { ApiKeyShown, ListPage } from '../developers/records.js';
import { DEVELOPERS, secretsScreen, wordsOf } from '../developers/shared.js';
import { secondsIn } from '../developers/subscription-actions.js';

/** The keys by which software calls. */
@Screens('console/developers/keys')
export class KeysController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const sent = page.query.text('state');
    const state = Object.hasOwn(wordsOf(page).keys.states, sent) ? sent : 'ACTIVE';
    const cursor = page.query.text('cursor');
    const found = await page.get<ListPage<ApiKeyShown>>(listOf(page), { state, cursor });
    return page.show(keysScreen(page, { found, gyms: await page.readableGyms(), state }));
  }

  @Get('new')
  @RequiresSession('PARTNER_ADMIN')
  async start(@OnPage() page: ConsolePage): Promise<string> {
    return page.show(keyForm(page, { state: { values: {} }, gyms: await page.readableGyms() }));
  }

  @Post('new')
  @RequiresSession('PARTNER_ADMIN')
  async create(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send<ApiKeyShown>('POST', listOf(page), keyIn(page.form));
    if (answer.ok) return shown(page, wordsOf(page).keys.made, answer.body);
    const state = refusedForm(page.form, KEY_FIELDS, answer.problem);
    return page.show(keyForm(page, { state, gyms: await page.readableGyms() }), 'form-refused');
  }

  @Get(':id')
  @RequiresSession('PARTNER_ADMIN')
  async show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return page.show(await screenOf(page, id));
  }

  @Post(':id/rotate')
  @RequiresSession('PARTNER_ADMIN')
  async rotate(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const body = { graceSeconds: secondsIn(page) };
    const answer = await page.send<ApiKeyShown>('POST', `${apiPath(id)}/rotate`, body);
    if (answer.ok) return shown(page, wordsOf(page).keys.rotated, answer.body);
    return page.show(await screenOf(page, id, answer.problem), 'conflict');
  }

  /** One that was revoked before, in another tab, has ended as well. */
  @Post(':id/revoke')
  @RequiresSession('PARTNER_ADMIN')
  async revoke(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send('DELETE', apiPath(id));
    const isGone = answer.ok || answer.problem.status === 404;
    if (isGone) return page.goTo(`${DEVELOPERS}/keys/${encodeURIComponent(id)}`, 'revoked');
    return page.show(await screenOf(page, id, answer.problem), 'conflict');
  }
}

const listOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/api-keys`;
const apiPath = (id: string) => `api-keys/${encodeURIComponent(id)}`;

async function screenOf(page: ConsolePage, id: string, problem?: Problem) {
  const key = await page.get<ApiKeyShown>(apiPath(id));
  return keyScreen(page, { key, gyms: await page.readableGyms(), problem });
}

function shown(page: ConsolePage, title: string, { id, key }: ApiKeyShown): string {
  const secrets = [[wordsOf(page).keys.key, key]] as const;
  return page.show(secretsScreen({ page, title, secrets, next: `${DEVELOPERS}/keys/${id}` }));
}
