import type { VNode } from 'preact';
import { Field, ProblemList } from './form-field.js';
import { Layout } from './layout.js';
import { pagePath, type PageContext } from './page-context.js';
import type { FieldProblem } from './words.js';

export interface ConfirmForm {
  readonly token: string;
  readonly email: string;
  readonly problem?: FieldProblem;
}

/** Behind a mailed link: a password is chosen. Opening the page uses nothing up; sending it does. */
export function setPasswordPage(context: PageContext, form: ConfirmForm): VNode {
  const { confirm, form: words } = context.words;
  return (
    <Layout context={context} title={confirm.passwordTitle}>
      <h1>{confirm.passwordTitle}</h1>
      <p class="lead">{confirm.passwordLead(form.email)}</p>
      <ProblemList words={words} problems={form.problem ? { password: form.problem } : {}} />
      <form method="post" action={pagePath(context, 'confirm')} novalidate>
        <input type="hidden" name="token" value={form.token} />
        <Field
          name="password"
          words={words}
          problem={form.problem}
          hint={words.passwordHint(context.rules.passwordMinimum)}
          autocomplete="new-password"
        />
        <button class="main">{confirm.passwordButton}</button>
      </form>
    </Layout>
  );
}

/** Behind a mailed link whose owner has chosen a password already: one press finishes. */
export function confirmEmailPage(context: PageContext, form: ConfirmForm): VNode {
  const { confirm } = context.words;
  return (
    <Layout context={context} title={confirm.linkTitle}>
      <h1>{confirm.linkTitle}</h1>
      <p class="lead">{confirm.linkLead(form.email)}</p>
      <form method="post" action={pagePath(context, 'confirm')}>
        <input type="hidden" name="token" value={form.token} />
        <button class="main">{confirm.linkButton}</button>
      </form>
    </Layout>
  );
}
