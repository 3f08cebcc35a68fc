import type { InLanguages } from '../frame/languages.js';

export const CHART_WORDS: InLanguages<{ readonly asTable: string }> = {
  pt: { asTable: 'Ver como tabela' },
  en: { asTable: 'Show as a table' },
  es: { asTable: 'Ver como tabla' },
  de: { asTable: 'Als Tabelle zeigen' },
};
