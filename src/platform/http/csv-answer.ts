import type { FastifyReply } from 'fastify';

/** Callers who want more narrow the list. */
export const MOST_CSV_ROWS = 10_000;

/** The caller would rather have a list as CSV. */
export const wantsCsv = ({ request }: FastifyReply): boolean =>
  /\btext\/csv\b/i.test(request.headers.accept ?? '');

export function asCsv(reply: FastifyReply, csv: string): string {
  void reply.header('Content-Type', 'text/csv; charset=utf-8');
  return csv;
}
