/** What was typed when a form was sent: kept in this tab until the answer has come. */
interface Draft {
  readonly page: string;
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
}

const STORED = 'gatehouse-draft';
/** Log-in and confirmation stand between a form and its answer. */
const BETWEEN = /^\/console\/(login|confirm|second-factor|password|new-password)\b/;

/**
 * A session that ended, or a confirmation that was needed, interrupts a form. The server leads back to its page with
 * `?resume=1`: then the fields are filled in again. Passwords and files are never kept.
 */
export function keepDrafts(): void {
  const draft = read();
  const here = new URL(location.href);
  const isResumed = here.searchParams.get('resume') === '1';
  here.searchParams.delete('resume');
  const page = here.pathname + here.search;
  if (isResumed && draft && draft.page !== page) return location.replace(resumed(draft.page));
  if (isResumed) history.replaceState(null, '', page);
  if (isResumed && draft) fill(draft);
  if (!BETWEEN.test(here.pathname)) sessionStorage.removeItem(STORED);
  document.addEventListener('submit', ({ target }) => keep(target as HTMLFormElement, page));
}

const resumed = (page: string) => `${page}${page.includes('?') ? '&' : '?'}resume=1`;

function read(): Draft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? '') as Draft;
  } catch {
    return undefined;
  }
}

function keep(form: HTMLFormElement, page: string): void {
  if (form.method !== 'post') return;
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('input[type=password], [data-secret]')].map(
      ({ name }) => name,
    ),
  );
  const fields = [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && !secret.has(name),
  ) as [string, string][];
  const draft: Draft = { page, action: form.getAttribute('action') ?? '', fields };
  sessionStorage.setItem(STORED, JSON.stringify(draft));
}

function fill({ action, fields }: Draft): void {
  const form = [...document.forms].find((one) => one.getAttribute('action') === action);
  if (!form) return;
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
    box.checked = false;
  for (const [name, value] of fields) set(form.elements.namedItem(name), value);
  form.closest('details')?.setAttribute('open', '');
  tell(form);
}

function set(field: Element | RadioNodeList | null, value: string): void {
  if (field instanceof RadioNodeList) field.value = value;
  else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = true;
  else if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  )
    field.value = value;
}

function tell(form: HTMLFormElement): void {
  const text = document.querySelector('main')?.dataset['resumed'] ?? '';
  const line = document.querySelector<HTMLElement>('.done');
  if (line) line.textContent = text;
  form.querySelector<HTMLElement>('button:not([type=button])')?.focus();
}
