import type { VNode } from 'preact';
import { Layout } from '../layout/layout.js';
import type { PageContext } from '../layout/page-context.js';

/** @param demo where the browser gets the token of the sandbox's door, if there is one */
export function kioskPage(context: PageContext, demo?: string): VNode {
  const { kiosk } = context.words;
  return (
    <Layout
      context={context}
      title={kiosk.title}
      script="kiosk.js"
      stylesheet="kiosk.css"
      bodyClass="kiosk"
    >
      <noscript>
        <p class="alert">{kiosk.needsScript}</p>
      </noscript>
      <section
        id="kiosk"
        data-words={JSON.stringify(kiosk)}
        data-partner={context.partner.slug}
        {...(demo !== undefined && { 'data-demo': demo })}
        hidden
      >
        <SetUp context={context} />
        <Unlock context={context} />
        <Stage context={context} />
      </section>
    </Layout>
  );
}

/** Once, by staff: the token of the door's device. */
function SetUp({ context }: { context: PageContext }): VNode {
  const { kiosk } = context.words;
  const { setUp } = kiosk;
  return (
    <form id="kiosk-set-up" class="kiosk-card" method="post" novalidate hidden>
      <h1>{kiosk.title}</h1>
      <p class="lead">{setUp.lead}</p>
      <p class="field">
        <label for="kiosk-token">{setUp.label}</label>
        <input
          id="kiosk-token"
          type="password"
          autocomplete="off"
          maxLength={200}
          aria-describedby="kiosk-hint kiosk-problem"
        />
        <span class="hint" id="kiosk-hint">
          {setUp.hint}
        </span>
      </p>
      <p class="field">
        <label for="kiosk-new-pin">{setUp.pin}</label>
        <input
          id="kiosk-new-pin"
          type="password"
          inputMode="numeric"
          autocomplete="off"
          maxLength={12}
          aria-describedby="kiosk-new-pin-hint kiosk-problem"
        />
        <span class="hint" id="kiosk-new-pin-hint">
          {setUp.pinHint}
        </span>
      </p>
      <p class="problem" id="kiosk-problem" role="alert" />
      <button class="main">{setUp.button}</button>
    </form>
  );
}

/** Before the token of this screen is changed: is it staff? */
function Unlock({ context }: { context: PageContext }): VNode {
  const { unlock } = context.words.kiosk;
  return (
    <form id="kiosk-unlock" class="kiosk-card" method="post" novalidate hidden>
      <h1>{unlock.title}</h1>
      <p class="field">
        <label for="kiosk-pin">{unlock.label}</label>
        <input
          id="kiosk-pin"
          type="password"
          autocomplete="off"
          maxLength={200}
          aria-describedby="kiosk-pin-hint kiosk-pin-problem"
        />
        <span class="hint" id="kiosk-pin-hint">
          {unlock.hint}
        </span>
        <span class="problem" id="kiosk-pin-problem" role="alert" />
      </p>
      <div class="choice">
        <button class="main">{unlock.button}</button>
        <button type="button" id="kiosk-keep">
          {unlock.cancel}
        </button>
      </div>
    </form>
  );
}

/** What people at the door see. The input holds the focus, because a reader types like a keyboard. */
function Stage({ context }: { context: PageContext }): VNode {
  const { kiosk } = context.words;
  return (
    <div id="kiosk-stage" hidden>
      <div
        id="kiosk-message"
        class="kiosk-message"
        role="status"
        aria-live="assertive"
        data-tone="wait"
      >
        <span class="kiosk-message-sign" aria-hidden="true" />
        <h1 id="kiosk-title" />
        <p id="kiosk-text" />
      </div>
      <video id="kiosk-video" muted playsInline aria-hidden="true" tabIndex={-1} hidden />
      <div class="kiosk-tools">
        <label class="unseen" for="kiosk-scan">
          {kiosk.reader}
        </label>
        <input id="kiosk-scan" inputMode="none" autocomplete="off" maxLength={512} />
        <button type="button" class="plain" id="kiosk-camera" hidden>
          {kiosk.tools.cameraOn}
        </button>
        <button type="button" class="plain" id="kiosk-sound">
          {kiosk.tools.soundOn}
        </button>
        <button type="button" class="plain" id="kiosk-forget">
          {kiosk.tools.otherToken}
        </button>
      </div>
    </div>
  );
}
