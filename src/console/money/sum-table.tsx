import type { ComponentChildren, VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { DataTable } from '../frame/list.js';
import { paidShare, type MoneySums } from './money-report.js';
import { MONEY_WORDS } from './money-words.js';

interface SumTableProps<R> {
  readonly page: ConsolePage;
  readonly caption: string;
  /** Of the first column. */
  readonly title: string;
  readonly rows: readonly R[];
  readonly name: (row: R) => ComponentChildren;
}

/** What check-ins came to, one row for each day, month or gym. */
export function SumTable<R extends MoneySums & { readonly key: string }>(
  props: SumTableProps<R>,
): VNode {
  const { page, caption, title, rows, name } = props;
  const words = page.textsOf(MONEY_WORDS);
  const number = (column: string, value: (row: R) => number) => ({
    title: column,
    isNumber: true,
    cell: (row: R) => page.formats.number(value(row)),
  });
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { title, cell: name },
        number(words.paid, ({ paid }) => paid),
        number(words.lost, ({ lost }) => lost),
        number(words.atRisk, ({ atRisk }) => atRisk),
        number(words.waiting, ({ waiting }) => waiting),
        { title: words.share, isNumber: true, cell: (row) => shareText(page, row) },
      ]}
    />
  );
}

export function shareText(page: ConsolePage, sums: MoneySums): string {
  const share = paidShare(sums);
  return share === undefined ? page.words.none : page.formats.percent(share);
}
