import type { Page } from 'playwright-core';

interface TypedForm {
  readonly html: string;
  readonly action: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** The fields for which a real browser would not send this form. */
export async function fieldsRefusedByBrowser(page: Page, form: TypedForm): Promise<string[]> {
  await page.setContent(form.html, { waitUntil: 'domcontentloaded' });
  return page.evaluate(({ action, typed }) => {
    const shown = [...document.forms].find(
      (one) => one.method === 'post' && one.getAttribute('action') === action,
    );
    if (!shown) return [`there is no form to ${action}`];
    const fields = [...shown.elements].filter(
      (one) =>
        one instanceof HTMLInputElement ||
        one instanceof HTMLSelectElement ||
        one instanceof HTMLTextAreaElement,
    );
    for (const field of fields) {
      const value = typed[field.name];
      const isBox = field.type === 'checkbox' || field.type === 'radio';
      if (value === undefined) continue;
      if (field instanceof HTMLInputElement && isBox) field.checked = field.value === value;
      else field.value = value;
    }
    return fields
      .filter((field) => !field.checkValidity())
      .map((field) => `${field.name}: ${field.validationMessage}`);
  }, form);
}
