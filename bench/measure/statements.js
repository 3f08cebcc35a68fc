const SLOW_MS = 1;
const MOST = 12;

/** Counts what every statement of the server costs; a DATABASE_URL whose server does not preload the extension counts nothing. */
export async function countStatements(sql) {
  try {
    await sql('create extension if not exists pg_stat_statements');
    await sql('select pg_stat_statements_reset()');
    return true;
  } catch {
    return false;
  }
}

/** Statements of this database that take longer than a millisecond on average, per row where requests share one. */
export async function slowStatements(sql) {
  return sql(
    `select calls, mean_exec_time as "meanMs", total_exec_time / greatest(rows, calls) as "rowMs",
       left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as text
     from pg_stat_statements
     where dbid = (select oid from pg_database where datname = current_database())
       and calls > 2 and query !~* '^analyze' and total_exec_time / greatest(rows, calls) > $1
     order by total_exec_time / greatest(rows, calls) desc limit $2`,
    [SLOW_MS, MOST],
  );
}

const ms = (value) => value.toFixed(value < 10 ? 2 : 0);

export function statementsInWords(counted, slow) {
  if (!counted)
    return 'Statements were not counted: the server does not preload pg_stat_statements';
  if (slow.length === 0) return `No statement took more than ${SLOW_MS} ms on average`;
  const lines = slow.map(
    ({ calls, meanMs, rowMs, text }) =>
      `- ${ms(rowMs)} ms a row, ${ms(meanMs)} ms a call, ${calls} calls: \`${text}\``,
  );
  return [`Statements that took more than ${SLOW_MS} ms a row on average:`, ...lines].join('\n');
}
