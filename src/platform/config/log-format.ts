export const LOG_FORMATS = ['json', 'text'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** People read a terminal, programs everything else. */
export const defaultLogFormat = (): LogFormat => (process.stdout.isTTY ? 'text' : 'json');

export const ACCESS_LOGS = ['off', 'errors', 'sampled', 'all'] as const;
/** Which requests have a line of their own. */
export type AccessLogMode = (typeof ACCESS_LOGS)[number];
