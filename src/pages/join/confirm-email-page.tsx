import type { VNode } from 'preact';
import type { Agreement } from '../../partners/index.js';
import { AgreementFields } from '../agreements/agreement-fields.js';
import { Field, ProblemList, type FieldProblems } from '../layout/form-field.js';
import { Layout } from '../layout/layout.js';
import type { Accepted } from '../agreements/page-agreements.js';
import { pagePath, type PageContext } from '../layout/page-context.js';

export interface ConfirmForm {
  readonly token: string;
  readonly email: string;
  readonly problems: FieldProblems;
  readonly agreements: readonly Agreement[];
  readonly accepted: Accepted;
}

/** Behind a mailed link: a password is chosen. Opening the page uses nothing up; sending it does. */
export function setPasswordPage(context: PageContext, form: ConfirmForm): VNode {
  const { confirm, form: words } = context.words;
  return (
    <Layout context={context} title={confirm.passwordTitle}>
      <h1>{confirm.passwordTitle}</h1>
      <p class="lead">{confirm.passwordLead(form.email)}</p>
      <ProblemList words={words} problems={form.problems} />
      <form method="post" action={pagePath(context, 'confirm')} novalidate>
        <input type="hidden" name="token" value={form.token} />
        <Field
          name="password"
          words={words}
          problem={form.problems.password}
          hint={words.passwordHint(context.rules.passwordMinimum)}
          autocomplete="new-password"
        />
        <AgreementFields words={context.words} {...form} />
        <button class="main">{confirm.passwordButton}</button>
      </form>
    </Layout>
  );
}

/** Behind a mailed link whose owner has chosen a password already: one press finishes. */
export function confirmEmailPage(context: PageContext, form: ConfirmForm): VNode {
  const { confirm, form: words } = context.words;
  return (
    <Layout context={context} title={confirm.linkTitle}>
      <h1>{confirm.linkTitle}</h1>
      <p class="lead">{confirm.linkLead(form.email)}</p>
      <ProblemList words={words} problems={form.problems} />
      <form method="post" action={pagePath(context, 'confirm')} novalidate>
        <input type="hidden" name="token" value={form.token} />
        <AgreementFields words={context.words} {...form} />
        <button class="main">{confirm.linkButton}</button>
      </form>
    </Layout>
  );
}
