import type { VNode } from 'preact';
import { Layout } from '../layout/layout.js';
import type { PageContext } from '../layout/page-context.js';
import { KioskSetUp, KioskUnlock } from './kiosk-staff-forms.js';
import { KioskStage } from './kiosk-stage.js';

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
        <KioskSetUp words={kiosk} />
        <KioskUnlock words={kiosk.unlock} />
        <KioskStage words={kiosk} />
      </section>
    </Layout>
  );
}
