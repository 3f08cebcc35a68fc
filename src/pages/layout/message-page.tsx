import type { VNode } from 'preact';
import { Layout } from './layout.js';
import { pagePath, type PageContext } from './page-context.js';
import type { PageError } from '../words/words.js';

/** The same text whether or not the address is known, so that it does not reveal who is a member (W-21). */
export function mailSentPage(context: PageContext, email: string): VNode {
  const { mail } = context.words;
  return (
    <Layout context={context} title={mail.sentTitle}>
      <h1>{mail.sentTitle}</h1>
      <p class="lead">{mail.sent(email)}</p>
      <p>{mail.sentAdvice(context.rules.emailLinkMinutes)}</p>
      <p class="quiet">{mail.sentMissing}</p>
    </Layout>
  );
}

export interface ErrorPageOptions {
  /** The link token, where it stays usable. */
  readonly token?: string;
  readonly isLoggedIn?: boolean;
}

/** What went wrong, and what the person can do now. */
export function errorPage(
  context: PageContext,
  error: PageError,
  { token = '', isLoggedIn = false }: ErrorPageOptions,
): VNode {
  const { words, partner } = context;
  const { title, text } = words.errors[error];
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
