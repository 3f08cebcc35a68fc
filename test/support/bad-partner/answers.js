import { setTimeout as sleep } from 'node:timers/promises';

export function sendJson(response, status, body) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

export function sendHtml(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/html' }).end(`<!doctype html><p>${text}</p>`);
}

export function redirect(response, location) {
  response.writeHead(302, { Location: location }).end();
}

const MEGABYTE = 'x'.repeat(1024 * 1024);

export async function sendFlood(response, megabytes) {
  response.on('error', () => undefined);
  response.writeHead(200, { 'Content-Type': 'application/json' });
  for (let sent = 0; sent < megabytes && !response.destroyed; sent += 1) {
    response.write(MEGABYTE);
    // Only as fast as it is read.
    while (response.writableNeedDrain && !response.destroyed) await sleep(1);
  }
  response.end();
}

/** The JSON object in a text; undefined when there is none. */
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
