import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm } from '../frame/form-state.js';
import { pageErrorOf, type AdminAnswer, type Problem } from '../frame/problem.js';
import { FACTORS } from '../layout/desk-context.js';
import type { ShownAccount } from '../account/own-account.js';
import { factorsScreen } from './factors-screen.js';
import type { FactorForm, NewApp, OwnPasskeys, ShownCodes } from './own-factors.js';
import { recoveryCodesScreen } from './recovery-codes-screen.js';

/** Second factors after a refused change, or with an app to be set up beside passkeys. */
interface Shown {
  readonly wantsApp?: boolean;
  readonly refused?: { readonly form: FactorForm; readonly problem: Problem };
}

export async function showFactors(
  page: ConsolePage,
  { wantsApp = false, refused }: Shown = {},
): Promise<string> {
  const { secondFactor: factor } = await page.get<ShownAccount>('me');
  const passkeys = await page.get<OwnPasskeys>('me/passkeys');
  const isWanted = !factor.hasApp && (wantsApp || passkeys.items.length === 0);
  const view = {
    factor,
    passkeys,
    app: isWanted ? await newApp(page) : undefined,
    refused: refused && {
      form: refused.form,
      state: refusedForm(page.form, ['name'], refused.problem),
    },
  };
  return page.show(factorsScreen(page, view), refused ? 'form-refused' : 'ok');
}

async function newApp(page: ConsolePage): Promise<NewApp> {
  const made = await page.send<NewApp>('POST', 'me/authenticator-app');
  if (!made.ok) throw pageErrorOf(made.problem);
  return made.body;
}

/** After a change that may have brought recovery codes. They are shown once: not to a form that came twice. */
export function afterChange(
  page: ConsolePage,
  { answer, form, done }: Changed,
): Promise<string> | string {
  if (!answer.ok)
    return showFactors(page, {
      wantsApp: form === 'app',
      refused: { form, problem: answer.problem },
    });
  const { recoveryCodes } = answer.body ?? {};
  if (recoveryCodes && recoveryCodes.length > 0)
    return page.show(recoveryCodesScreen(page, recoveryCodes));
  return page.goTo(FACTORS, done);
}

interface Changed {
  readonly answer: AdminAnswer<ShownCodes | undefined>;
  readonly form: FactorForm;
  readonly done: string;
}
