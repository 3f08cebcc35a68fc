import type { VNode } from 'preact';
import { DocsLayout } from './docs-layout.js';

/** Swagger UI, from our own address. */
export const apiPage = (version: string): VNode => (
  <DocsLayout
    title="API"
    className="docs-api"
    styles={[`/docs/ui/${version}/swagger-ui.css`]}
    scripts={[`/docs/ui/${version}/swagger-ui-bundle.js`, '/docs/start.js']}
  >
    <main id="api">
      <noscript>
        This page needs JavaScript. The document itself:{' '}
        <a href="/docs/openapi.json">openapi.json</a>
      </noscript>
    </main>
  </DocsLayout>
);
