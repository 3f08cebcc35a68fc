import type { VNode } from 'preact';
import type { Agreement } from '../../partners/index.js';
import { AgreementFields } from './agreement-fields.js';
import { ProblemList, type FieldProblems } from '../layout/form-field.js';
import { Layout } from '../layout/layout.js';
import { pagePath, type PageContext } from '../layout/page-context.js';

/** After a log-in, when there is a text that the person has not accepted yet. The door does not wait for it. */
export function agreementsPage(
  context: PageContext,
  agreements: readonly Agreement[],
  problems: FieldProblems = {},
): VNode {
  const { words, partner } = context;
  const { agreements: texts } = words;
  return (
    <Layout context={context} title={texts.title}>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead(partner.name)}</p>
      <ProblemList words={words.form} problems={problems} />
      <form method="post" action={pagePath(context, 'agreements')} novalidate>
        <AgreementFields words={words} agreements={agreements} problems={problems} />
        <button class="main">{texts.button}</button>
      </form>
      <p class="aside">
        <a href={pagePath(context, 'code')}>{texts.later}</a>
      </p>
    </Layout>
  );
}
