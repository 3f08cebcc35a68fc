import type { ComponentChildren, VNode } from 'preact';
import { brandStylesheetPath, logoPath, type Partner } from '../../partners/index.js';
import { assets } from './assets.js';
import type { PageContext } from './page-context.js';

interface LayoutProps {
  readonly context: PageContext;
  readonly title: string;
  /** Browser code of this page. */
  readonly script?: string;
  /** Styles of this page, in addition to those of every page. */
  readonly stylesheet?: string;
  /** Class of the body. */
  readonly bodyClass?: string;
  readonly children: ComponentChildren;
}

/** The frame of every hosted page: the partner's name, one card, the support address. */
export function Layout({
  context,
  title,
  script,
  stylesheet,
  bodyClass,
  children,
}: LayoutProps): VNode {
  const { partner, words } = context;
  const brandSheet = brandStylesheetPath(partner);
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${partner.name}`}</title>
        <link rel="icon" type="image/svg+xml" href={assets.url('icon.svg')} />
        <link rel="stylesheet" href={assets.url('gatehouse.css')} />
        {brandSheet && <link rel="stylesheet" href={brandSheet} />}
        {stylesheet && <link rel="stylesheet" href={assets.url(stylesheet)} />}
        {script && <script type="module" src={assets.url(script)} />}
      </head>
      <body {...(bodyClass && { class: bodyClass })}>
        <header class="brand">
          <BrandSign partner={partner} />
          <span class="brand-name">{partner.brand.shortName ?? partner.name}</span>
        </header>
        <main class="card">{children}</main>
        {partner.supportEmail && (
          <footer class="help">
            {words.form.help} <a href={`mailto:${partner.supportEmail}`}>{partner.supportEmail}</a>
          </footer>
        )}
      </body>
    </html>
  );
}

/** The logo, else the first letter of the name: the name stands beside either. */
function BrandSign({ partner }: { readonly partner: Partner }): VNode {
  const { logo } = partner.brand;
  if (logo)
    return (
      <img
        class="brand-logo"
        src={logoPath(partner)}
        alt=""
        width={logo.width}
        height={logo.height}
      />
    );
  return (
    <span class="brand-sign" aria-hidden="true">
      {initialOf(partner.brand.shortName ?? partner.name)}
    </span>
  );
}

const initialOf = (name: string) => [...name.trim()][0]?.toLocaleUpperCase() ?? '';
