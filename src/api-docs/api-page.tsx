import type { VNode } from 'preact';
import type { Audience } from './audiences.js';
import { DocsLayout } from './docs-layout.js';

interface ApiPageProps {
  /** Of Swagger UI: part of its address. */
  readonly version: string;
  /** Undefined: everything. */
  readonly audience: Audience | undefined;
  /** The service is a sandbox, where trying does no harm. */
  readonly mayTry: boolean;
}

const WORDS: Record<Audience, string> = {
  admin: 'Administration',
  'open-api': 'Open API',
  'users-api': 'Users API',
  wellhub: 'Wellhub',
};

/** Swagger UI, from our own address, with the document of one audience or all of it. */
export const apiPage = ({ version, audience, mayTry }: ApiPageProps): VNode => (
  <DocsLayout
    title="API"
    className="docs-api"
    styles={[`/docs/ui/${version}/swagger-ui.css`]}
    scripts={[`/docs/ui/${version}/swagger-ui-bundle.js`, '/docs/start.js']}
  >
    <nav class="docs-audiences" aria-label="For whom">
      <AudienceLink href="/docs/api" words="Everything" isHere={audience === undefined} />
      {Object.entries(WORDS).map(([name, words]) => (
        <AudienceLink href={`/docs/api/${name}`} words={words} isHere={audience === name} />
      ))}
      <a href={documentAt(audience)}>openapi.json</a>
    </nav>
    {!mayTry && (
      <p class="docs-hint">
        Try calls in a sandbox on your own machine: <code>npm start</code> in a checkout, then this
        page there.
      </p>
    )}
    <main id="api" data-document={documentAt(audience)} data-may-try={String(mayTry)}>
      <noscript>
        This page needs JavaScript. The document itself:{' '}
        <a href={documentAt(audience)}>openapi.json</a>
      </noscript>
    </main>
  </DocsLayout>
);

const documentAt = (audience: string | undefined): string =>
  audience === undefined ? '/docs/openapi.json' : `/docs/openapi/${audience}.json`;

interface AudienceLinkProps {
  readonly href: string;
  readonly words: string;
  readonly isHere: boolean;
}

const AudienceLink = ({ href, words, isHere }: AudienceLinkProps): VNode => (
  <a href={href} {...(isHere && { 'aria-current': 'page' as const })}>
    {words}
  </a>
);
