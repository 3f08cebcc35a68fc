import type { ComponentChildren, VNode } from 'preact';

interface LayoutProps {
  readonly title: string;
  readonly className: string;
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** The frame of every page of the documentation. */
export function DocsLayout({
  title,
  className,
  styles,
  scripts = [],
  children,
}: LayoutProps): VNode {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Gatehouse`}</title>
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
        {[...styles, '/docs/docs.css'].map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script src={src} defer />
        ))}
      </head>
      <body class={className}>
        <nav class="docs-nav" aria-label="Documentation">
          <strong>Gatehouse</strong>
          <a href="/docs">API</a>
          <a href="/docs/wellhub">Wellhub</a>
          <a href="/docs/errors">Errors</a>
        </nav>
        {children}
      </body>
    </html>
  );
}

/** The layout of a documentation page, styled as the hosted pages. */
export function ReadingPage({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <DocsLayout title={title} className="docs" styles={['/assets/gatehouse.css']}>
      <main class="card">
        <h1>{title}</h1>
        {children}
      </main>
    </DocsLayout>
  );
}

interface TableProps {
  readonly of: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A table that scrolls sideways by itself where the screen is narrow. */
export function Table({ of, head, rows }: TableProps): VNode {
  return (
    <div class="wide" role="region" aria-label={of} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const Json = ({ value }: { readonly value: unknown }): VNode => (
  <pre tabIndex={0}>
    <code>{JSON.stringify(value, undefined, 2)}</code>
  </pre>
);
