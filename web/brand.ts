import { contrastOf, LEAST_CONTRAST, shownContrast, TEXT } from '../src/partners/brand/contrast.js';
import { lightPalette, type Palette } from '../src/partners/brand/palette.js';
import { hexColor } from '../src/platform/values/hex-color.js';
import { sendFiles } from './file-forms.js';

/** The brand's page: what is typed is painted and measured at once, and a logo is sent as it is. */
const typed = document.querySelector<HTMLInputElement>('#accentColor');
const form = typed?.closest('form');
if (typed && form) {
  addPicker(typed);
  form.addEventListener('input', () => paint(typed, form));
  paint(typed, form);
}
sendFiles();

/** Beside the text, which also takes what was pasted. */
function addPicker(input: HTMLInputElement): void {
  const picker = document.createElement('input');
  picker.type = 'color';
  picker.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  picker.value = hexColor(input.value) ?? '#0b6655';
  picker.addEventListener('input', () => (input.value = picker.value));
  input.addEventListener('input', () => (picker.value = hexColor(input.value) ?? picker.value));
  input.after(picker);
}

function paint(input: HTMLInputElement, form: HTMLFormElement): void {
  const color = hexColor(input.value);
  const text = new FormData(form).get('textColor') === 'BLACK' ? 'BLACK' : 'WHITE';
  const palette = color ? lightPalette(color, text) : undefined;
  for (const part of document.querySelectorAll('[data-paint]'))
    if (palette)
      part.setAttribute('fill', palette[part.getAttribute('data-paint') as keyof Palette]);
  const line = document.querySelector<HTMLElement>('#contrast');
  if (!line) return;
  const ratio = color ? contrastOf(color, TEXT[text]) : LEAST_CONTRAST;
  const { good = '', bad = '' } = line.dataset;
  const shown = new Intl.NumberFormat(document.documentElement.lang).format(shownContrast(ratio));
  line.className = ratio < LEAST_CONTRAST ? 'problem' : 'hint';
  const words = ratio < LEAST_CONTRAST ? bad : good;
  line.textContent = color ? words.replace('{ratio}', shown) : '';
}
