import type { ComponentChildren, VNode } from 'preact';
import type { ConsolePage } from './console-page.js';

export interface Column<R> {
  readonly title: string;
  readonly cell: (row: R) => ComponentChildren;
  /** Aligned to the right. */
  readonly isNumber?: boolean;
}

interface TableProps<R> {
  /** Read out before the table. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string | number;
}

/** A table; on a narrow screen each row is a card. The first column names the row. */
export function DataTable<R>({ caption, columns, rows, keyOf }: TableProps<R>): VNode {
  return (
    <table class="data" role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, isNumber }) => (
            <th key={title} role="columnheader" scope="col" class={isNumber ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ title, cell, isNumber }, at) => {
              const shared = { 'data-label': title, class: isNumber ? 'number' : undefined };
              return at === 0 ? (
                <th key={title} role="rowheader" scope="row" {...shared}>
                  {cell(row)}
                </th>
              ) : (
                <td key={title} role="cell" {...shared}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PagerProps {
  readonly page: ConsolePage;
  readonly nextCursor: string | null;
  /** The filters of this list, without the cursor. Nothing personal: it is in the address. */
  readonly query?: Readonly<Record<string, string>>;
}

/** The way to the next page of a list, and back to the first. */
export function Pager({ page, nextCursor, query = {} }: PagerProps): VNode | null {
  const isFirst = page.query.text('cursor') === '';
  if (nextCursor === null && isFirst) return null;
  const hrefOf = (more: Record<string, string>) => {
    const set = Object.entries({ ...query, ...more }).filter(([, value]) => value !== '');
    return set.length === 0 ? page.path : `${page.path}?${new URLSearchParams(set).toString()}`;
  };
  return (
    <nav class="pager" aria-label={page.words.next}>
      {!isFirst && <a href={hrefOf({})}>{page.words.first}</a>}
      {nextCursor !== null && (
        <a class="button" rel="next" href={hrefOf({ cursor: nextCursor })}>
          {page.words.next}
        </a>
      )}
    </nav>
  );
}

/** A list without rows: what would be here, and what to do. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <div class="empty">
      <p>{title}</p>
      {children && <div class="quiet">{children}</div>}
    </div>
  );
}

export type Tone = 'good' | 'bad' | 'ask' | 'wait' | 'off';

/** A state in a word, with its colour. */
export function Badge({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ComponentChildren;
}): VNode {
  return <span class={`badge tone-${tone}`}>{children}</span>;
}

/** Names with their values: what is known about one thing. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [string, ComponentChildren])[];
}): VNode {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of a screen under a heading of its own. */
export function Panel({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class="panel">
      <div class="title-line">
        <h2>{title}</h2>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
