import type { VNode } from 'preact';
import type { ErrorSpec } from '../platform/errors/domain-error.js';
import { ReadingPage } from './docs-layout.js';
import type { ErrorExample } from '../platform/errors/error-example.js';

type ExamplesOf = (spec: ErrorSpec) => readonly ErrorExample[];

/** The whole catalogue. `type` of every problem+json points to a row here, so its anchor is the code. */
export function errorsPage(catalogue: readonly ErrorSpec[], tell: ExamplesOf): VNode {
  const specs = [...catalogue].sort((a, b) => (a.code < b.code ? -1 : 1));
  const surfaces = specs[0] ? tell(specs[0]).map(({ surface }) => surface) : [];
  return (
    <ReadingPage title="Errors">
      <p class="lead">
        Every failure has one code, <code>room.reason</code>, that never changes once published. The
        administration API answers it as <code>application/problem+json</code>; every other surface
        says it in its own words and statuses. All of them are shown for every code, although most
        can happen on few surfaces only.
      </p>
      <div class="wide" role="region" aria-label="Errors" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {['Code', 'Means', 'Kind', ...surfaces].map((title) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>{specs.map((spec) => row(spec, tell(spec)))}</tbody>
        </table>
      </div>
    </ReadingPage>
  );
}

const row = ({ code, title, kind }: ErrorSpec, told: readonly ErrorExample[]): VNode => (
  <tr id={code}>
    <td>
      <a href={`#${code}`}>
        <code>{code}</code>
      </a>
    </td>
    <td>{title}</td>
    <td>{kind}</td>
    {told.map(({ status, code: name }) => (
      <td>
        {status} {name !== code && <code>{name}</code>}
      </td>
    ))}
  </tr>
);
