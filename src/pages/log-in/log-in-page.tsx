import type { VNode } from 'preact';
import type { Agreement } from '../../partners/index.js';
import { AgreementFields } from '../agreements/agreement-fields.js';
import { Field, ProblemList, type FieldProblems } from '../layout/form-field.js';
import { Layout } from '../layout/layout.js';
import { pagePath, type PageContext } from '../layout/page-context.js';

export interface LogInForm {
  readonly token: string;
  readonly email: string;
  readonly alert?: string;
}

export function logInPage(context: PageContext, { token, email, alert }: LogInForm): VNode {
  const { logIn, form: words } = context.words;
  return (
    <Layout context={context} title={logIn.title}>
      <h1>{logIn.title}</h1>
      <p class="lead">{token === '' ? logIn.lead(context.partner.name) : logIn.leadWithLink}</p>
      {alert && (
        <p class="alert" role="alert">
          {alert}
        </p>
      )}
      <form method="post" action={pagePath(context, 'login')} novalidate>
        <input type="hidden" name="token" value={token} />
        <Field name="email" words={words} value={email} />
        <Field name="password" words={words} />
        <button class="main">{logIn.button}</button>
      </form>
      <p class="aside">
        <a href={pagePath(context, 'password', token)}>{logIn.toPassword}</a>
      </p>
      {token !== '' && (
        <p class="aside">
          {logIn.newHere} <a href={pagePath(context, 'join', token)}>{logIn.toJoin}</a>
        </p>
      )}
    </Layout>
  );
}

export interface LinkForm {
  readonly token: string;
  readonly maskedEmail?: string | undefined;
  readonly agreements: readonly Agreement[];
  readonly problems?: FieldProblems;
}

/** After the log-in: nothing is linked before the person confirms (`wellhub.md` 2.3). */
export function linkPage(context: PageContext, form: LinkForm): VNode {
  const { token, maskedEmail, agreements, problems = {} } = form;
  const { link } = context.words;
  const question =
    maskedEmail === undefined ? link.questionWithoutEmail : link.question(maskedEmail);
  return (
    <Layout context={context} title={link.title}>
      <h1>{link.title}</h1>
      <p class="lead question">{question}</p>
      <ProblemList words={context.words.form} problems={problems} />
      <form method="post" action={pagePath(context, 'link')} novalidate>
        <input type="hidden" name="token" value={token} />
        <AgreementFields words={context.words} agreements={agreements} problems={problems} />
        <div class="choice">
          <button class="main" name="answer" value="yes">
            {link.yes}
          </button>
          <button name="answer" value="no">
            {link.no}
          </button>
        </div>
      </form>
      <form method="post" action={pagePath(context, 'logout')} class="aside">
        <input type="hidden" name="token" value={token} />
        <button class="plain">{link.notYou}</button>
      </form>
    </Layout>
  );
}

/** "Forgot password?": the form has the address only. */
export function passwordPage(
  context: PageContext,
  form: Omit<LogInForm, 'alert'> & { problem?: 'emailMissing' | 'emailInvalid' },
): VNode {
  const { mail, form: words, logIn } = context.words;
  return (
    <Layout context={context} title={mail.title}>
      <h1>{mail.title}</h1>
      <p class="lead">{mail.lead}</p>
      <form method="post" action={pagePath(context, 'password')} novalidate>
        <input type="hidden" name="token" value={form.token} />
        <Field name="email" words={words} value={form.email} problem={form.problem} />
        <button class="main">{mail.button}</button>
      </form>
      <p class="aside">
        <a href={pagePath(context, 'login', form.token)}>{logIn.title}</a>
      </p>
    </Layout>
  );
}
