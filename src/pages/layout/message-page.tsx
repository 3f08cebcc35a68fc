import type { VNode } from 'preact';
import { Layout } from './layout.js';
import { pagePath, type PageContext } from './page-context.js';
import type { Trouble } from '../words/words.js';

/** The same words whether the address is known or not: nobody learns who is a member (W-21). */
export function mailSentPage(context: PageContext, email: string): VNode {
  const { mail } = context.words;
  return (
    <Layout context={context} title={mail.sentTitle}>
      <h1>{mail.sentTitle}</h1>
      <p class="lead">{mail.sent(email)}</p>
      <p>{mail.sentAdvice(context.rules.mailedMinutes)}</p>
      <p class="quiet">{mail.sentMissing}</p>
    </Layout>
  );
}

export interface TroubleOptions {
  /** The link token, where it stays usable. */
  readonly token?: string;
  readonly isLoggedIn?: boolean;
}

/** An end of the way, explained kindly, with what to do now. */
export function troublePage(
  context: PageContext,
  trouble: Trouble,
  { token = '', isLoggedIn = false }: TroubleOptions,
): VNode {
  const { words, partner } = context;
  const { title, text } = words.trouble[trouble];
  return (
    <Layout context={context} title={title}>
      <h1>{title}</h1>
      <p class="lead">{text(partner.name)}</p>
      {isLoggedIn ? (
        <>
          <a class="button" href={pagePath(context, 'code')}>
            {words.code.title}
          </a>
          <form method="post" action={pagePath(context, 'logout')} class="aside">
            <input type="hidden" name="token" value={token} />
            <button class="plain">{words.link.notYou}</button>
          </form>
        </>
      ) : (
        <a class="button" href={pagePath(context, 'login', token)}>
          {words.logIn.button}
        </a>
      )}
    </Layout>
  );
}
