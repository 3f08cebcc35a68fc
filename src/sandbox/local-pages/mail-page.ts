import type { CaughtMail } from '../../mail/index.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const LINK = /https?:\/\/[^\s<>"]+/g;
/** The text of a mail with its links made clickable; everything else is shown as it is. */
const withLinks = (text: string) =>
  escape(text).replaceAll(LINK, (link) => `<a href="${link}">${link}</a>`);

const article = (mail: CaughtMail) => `<article class="card">
<h2>${escape(mail.subject)}</h2>
<p class="quiet">to ${escape(mail.to)}, <time>${mail.createdAt.toISOString()}</time></p>
<pre class="mail">${withLinks(mail.text)}</pre></article>`;

/** Mail that the sandbox kept instead of sending, newest first. */
export const mailPage = (mails: readonly CaughtMail[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Caught mail</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/gatehouse.css"></head>
<body><main><h1>Caught mail</h1>
${mails.length === 0 ? '<p>No mail yet. What Gatehouse would send appears here; reload to look again.</p>' : ''}
${mails.map(article).join('\n')}
</main></body></html>`;
