import { readdirSync } from 'node:fs';
import { DomainError, errorCatalogue } from '../../dist/platform/errors/domain-error.js';
import '../../dist/platform/errors/request-errors.js';
import { renderOpenApiError } from '../../dist/wire/open-api-errors.js';
import { renderProblem } from '../../dist/wire/problem-json.js';
import { renderUsersApiError } from '../../dist/wire/users-api-errors.js';
import { renderRegistrationError, renderWellhubError } from '../../dist/wire/wellhub-errors.js';

const DIST = new URL('../../dist/', import.meta.url);
for (const file of readdirSync(DIST, { recursive: true }))
  if (file.endsWith('.errors.js')) await import(new URL(file, DIST));

const CONTEXT = { requestId: '', path: '', publicUrl: '', language: undefined };

/** `404 STUDIO_NOT_FOUND`: status and code as a client of that surface sees them. */
function rendered(render, spec) {
  const { status, body } = render(new DomainError(spec), CONTEXT);
  const { errors, errorCode, code } = JSON.parse(body);
  return `${status} \`${errors?.[0]?.code ?? errorCode ?? code}\``;
}

const row = (spec) => {
  const registration = rendered(renderRegistrationError, spec);
  const webhooks = rendered(renderWellhubError, spec);
  const wellhub = registration === webhooks ? webhooks : `${registration}; webhooks ${webhooks}`;
  const { status } = renderProblem(new DomainError(spec), CONTEXT);
  const other = [rendered(renderOpenApiError, spec), rendered(renderUsersApiError, spec), wellhub];
  return `| <a id="${spec.code}"></a>\`${spec.code}\` | ${status} | ${plain(spec.title)} | ${other.join(' | ')} |`;
};

const plain = (text) => text.replaceAll(/[*_|<]/g, '\\$&');

const section = (room, specs) => `## ${room}

| code | status | means | Open API | Users API | Wellhub |
| --- | --- | --- | --- | --- | --- |
${specs.map(row).join('\n')}
`;

export function errors() {
  const specs = [...errorCatalogue()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rooms = groupBy(specs, roomOf);
  return `# Errors

Every failure has one code, \`room.reason\`, that never changes once published. The administration API answers it as
\`application/problem+json\` with that code; each other surface says it in its own words and statuses, shown here
for every code although most can happen on few surfaces only.

${[...rooms].map(([room, own]) => section(room, own)).join('\n')}
---

Written by \`npm run docs\` from the catalogue in the code.
`;
}

const roomOf = ({ code }) => code.split('.', 1)[0];

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
