import type { VNode } from 'preact';
import type { OwnWellhubId } from '../../user-registration/index.js';
import { Layout } from '../layout/layout.js';
import { pagePath, type PageContext } from '../layout/page-context.js';
import { WellhubIdSection } from './wellhub-id-form.js';

/** The entry code. The picture is drawn in the browser; the page itself holds no code. */
export function codePage(context: PageContext, own: OwnWellhubId, gymName?: string): VNode {
  const { code } = context.words;
  return (
    <Layout context={context} title={code.title} script="code-screen.js">
      <h1>{code.title}</h1>
      <p class="lead">
        {gymName && <strong>{gymName}</strong>} {code.lead}
      </p>
      <noscript>
        <p class="alert">{code.needsScript}</p>
      </noscript>
      <p class="notice" id="code-advice" role="status" />
      <section
        id="code-screen"
        class="code"
        data-source={`${pagePath(context, 'code')}/current`}
        data-state={`${pagePath(context, 'code')}/state`}
        data-log-in={pagePath(context, 'login')}
        data-words={JSON.stringify({ picture: code.picture, logIn: code.logIn, ...code.screen })}
        hidden
      >
        <div class="code-picture" id="code-picture" />
        <div class="code-bar" aria-hidden="true">
          <div id="code-bar" />
        </div>
        <p class="code-timer" id="code-timer" role="timer" aria-live="off" />
        <p class="code-message" id="code-message" role="status" />
        <button type="button" id="code-fresh">
          {code.fresh}
        </button>
      </section>
      <WellhubIdSection context={context} own={own} />
      <form method="post" action={pagePath(context, 'logout')} class="aside">
        <button class="plain">{code.logOut}</button>
      </form>
    </Layout>
  );
}
