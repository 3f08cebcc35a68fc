import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Evidence } from '../http/exchange.js';
import { byGroup, type CheckResult, type ConformanceReport } from '../run/report.js';
import { STYLE } from './html-style.js';
import { answerLines, harmless, incomingLines, requestLines, summaryOf } from './words.js';

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** One file without scripts, that needs nothing else and lets nothing in. */
export const htmlReport = (report: ConformanceReport): string =>
  `<!doctype html>\n${renderToString(<Page report={report} />)}\n`;

const Page = ({ report }: { readonly report: ConformanceReport }): VNode => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>{`Wellhub partner conformance: ${report.counts.failed} failed`}</title>
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
    <body>
      <main>
        <h1>Wellhub partner conformance</h1>
        <p class="target">{harmless(report.target)}</p>
        <p class={report.counts.failed > 0 ? 'sum failed' : 'sum passed'}>{summaryOf(report)}</p>
        <p class="faint">{report.startedAt}</p>
        <Findings results={report.results.filter(({ verdict }) => verdict === 'failed')} />
        <h2>All checks</h2>
        {[...byGroup(report.results)].map(([group, results]) => (
          <Group key={group} group={group} results={results} />
        ))}
      </main>
    </body>
  </html>
);

const Findings = ({ results }: { readonly results: readonly CheckResult[] }): VNode | null =>
  results.length === 0 ? null : (
    <section>
      <h2>To mend</h2>
      {results.map((result) => (
        <article key={result.id} id={result.id}>
          <h3>{result.title}</h3>
          <p class="faint">
            <code>{result.id}</code>
          </p>
          <dl>
            <dt>Found</dt>
            <dd class="failed">{harmless(result.finding ?? '')}</dd>
            <dt>Document</dt>
            <dd>
              <q>{result.document.text}</q> <span class="faint">{result.document.source}</span>
            </dd>
            <dt>Mend</dt>
            <dd>{result.mend}</dd>
          </dl>
          <EvidenceList result={result} />
        </article>
      ))}
    </section>
  );

const Group = ({
  group,
  results,
}: {
  readonly group: string;
  readonly results: readonly CheckResult[];
}): VNode => (
  <section>
    <h3>{group}</h3>
    <ul>
      {results.map((result) => (
        <li key={result.id} class={result.verdict}>
          <span class="mark">{result.verdict}</span>
          <div>
            {result.verdict === 'failed' ? (
              <a href={`#${result.id}`}>{result.title}</a>
            ) : (
              <span>{result.title}</span>
            )}
            {result.verdict === 'skipped' && <p class="faint">{harmless(result.finding ?? '')}</p>}
            {result.verdict === 'passed' && <EvidenceList result={result} />}
          </div>
        </li>
      ))}
    </ul>
  </section>
);

const EvidenceList = ({ result }: { readonly result: CheckResult }): VNode | null =>
  result.evidence.length === 0 ? null : (
    <details>
      <summary>What was sent, and what came back ({result.evidence.length})</summary>
      {result.evidence.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </details>
  );

const Piece = ({ piece }: { readonly piece: Evidence }): VNode =>
  'out' in piece ? (
    <div class="piece">
      <Text label="Sent" lines={requestLines(piece.out)} />
      <Text label="Came back" lines={answerLines(piece.out)} />
    </div>
  ) : (
    <div class="piece">
      <Text label="Your system called" lines={incomingLines(piece.in)} />
    </div>
  );

const Text = ({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly string[];
}): VNode => (
  <>
    <p class="label">{label}</p>
    <pre>{harmless(lines.join('\n'))}</pre>
  </>
);
