import type { VNode } from 'preact';
import { agreementsOf } from '../../partners/index.js';
import { AgreementFields } from '../agreements/agreement-fields.js';
import { Field, ProblemList, type FieldProblems } from '../layout/form-field.js';
import { Layout } from '../layout/layout.js';
import type { Accepted } from '../agreements/page-agreements.js';
import { pagePath, type PageContext } from '../layout/page-context.js';

export interface JoinForm {
  readonly token: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly problems: FieldProblems;
  readonly accepted?: Accepted;
}

/** Sign-up, prefilled with the data from Wellhub; a password is never sent back. */
export function joinPage(context: PageContext, form: JoinForm): VNode {
  const { join, form: words } = context.words;
  const { problems } = form;
  const title = join.title(context.partner.name);
  return (
    <Layout context={context} title={title}>
      <h1>{title}</h1>
      <p class="lead">{join.lead}</p>
      <ProblemList words={words} problems={problems} />
      <form method="post" action={pagePath(context, 'join')} novalidate>
        <input type="hidden" name="token" value={form.token} />
        <div class="pair">
          <Field {...field('firstName')} required={false} />
          <Field {...field('lastName')} required={false} />
        </div>
        <Field {...field('email')} />
        <Field
          name="password"
          words={words}
          problem={problems.password}
          hint={words.passwordHint(context.rules.passwordMinimum)}
          autocomplete="new-password"
        />
        <AgreementFields
          words={context.words}
          agreements={agreementsOf(context.partner)}
          problems={problems}
          {...(form.accepted && { accepted: form.accepted })}
        />
        <button class="main">{join.button}</button>
      </form>
      <p class="aside">
        {join.haveAccount} <a href={pagePath(context, 'login', form.token)}>{join.toLogIn}</a>
      </p>
    </Layout>
  );

  function field(name: 'firstName' | 'lastName' | 'email') {
    return { name, words, value: form[name], problem: problems[name] };
  }
}
