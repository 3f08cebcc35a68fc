import type { VNode } from 'preact';
import { Field } from './form-field.js';
import { Layout } from './layout.js';
import { pagePath, type PageContext } from './page-context.js';

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

/** After the log-in: nothing is linked before the person said yes (`wellhub.md` 2.3). */
export function linkPage(context: PageContext, token: string, maskedEmail?: string): VNode {
  const { link } = context.words;
  const question =
    maskedEmail === undefined ? link.questionWithoutEmail : link.question(maskedEmail);
  return (
    <Layout context={context} title={link.title}>
      <h1>{link.title}</h1>
      <p class="lead question">{question}</p>
      <form method="post" action={pagePath(context, 'link')}>
        <input type="hidden" name="token" value={token} />
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

/** "Set a password by mail": asks for the address, nothing else. */
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
