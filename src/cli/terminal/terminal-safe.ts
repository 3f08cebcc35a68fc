/** What could move a terminal's cursor, change its title or turn its text around. */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Text of others, on one line, without what a terminal would obey. */
export const terminalSafe = (text: string): string =>
  text.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(CONTROLS, '\ufffd');
