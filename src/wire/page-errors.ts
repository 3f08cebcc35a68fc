import { STATUS } from './status.js';
import type { ErrorRenderer } from './rendered-error.js';

/** A plain page for people; it holds nothing that came from outside but our own request id. */
export const renderPageError: ErrorRenderer = (error, { requestId }) => {
  const { kind, title } = error.spec;
  const headers = error.facts.allow ? { Allow: error.facts.allow.join(', ') } : {};
  return {
    status: STATUS[kind],
    contentType: 'text/html; charset=utf-8',
    headers,
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/gatehouse.css"></head>
<body><main class="card"><h1>${title}</h1><p>Please try again, or ask the front desk.</p>
<p class="quiet">Reference ${requestId}</p></main></body></html>`,
  };
};
