// What is said before the program itself runs, in the form in which that goes on: who serves writes JSON, except to people.
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const SERVES = /[/\\]start(\.js)?$/;

/** @param severity `INFO`, `WARNING` or `CRITICAL` */
export function report(msg, severity = 'INFO') {
  const { LOG_FORMAT: format, POD_NAME: pod = hostname() } = process.env;
  const isForPeople = format ? format.trim() === 'text' : process.stdout.isTTY;
  if (isForPeople || !SERVES.test(process.argv[1] ?? '')) return console.error(msg);
  const time = new Date().toISOString();
  const line = { severity, time, service: 'gatehouse', version, pod, room: 'process', msg };
  console.log(JSON.stringify(line));
}
