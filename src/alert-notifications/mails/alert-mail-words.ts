import type { MailLanguage } from '../../mail/index.js';

interface AlertMailWords {
  readonly one: (owner: string, meaning: string) => string;
  readonly several: (owner: string, count: number) => string;
  readonly daily: (owner: string, count: number) => string;
  readonly closed: (time: string) => string;
  readonly more: (count: number) => string;
  readonly action: string;
  readonly closing: string;
}

export const ALERT_MAIL_WORDS: Readonly<Record<MailLanguage, AlertMailWords>> = {
  en: {
    one: (owner, meaning) => `${owner}: ${meaning}`,
    several: (owner, count) => `${owner}: ${count} alerts need somebody`,
    daily: (owner, count) =>
      `${owner}: ${count === 1 ? 'one alert' : `${count} alerts`} since yesterday`,
    closed: (time) => `It closed itself or was closed at ${time}.`,
    more: (count) => `And ${count} more, in the console.`,
    action: 'Open the alerts',
    closing: 'When such mails come, and whether, you choose in the console, in your account.',
  },
  pt: {
    one: (owner, meaning) => `${owner}: ${meaning}`,
    several: (owner, count) => `${owner}: ${count} alertas precisam de atenção`,
    daily: (owner, count) =>
      `${owner}: ${count === 1 ? 'um alerta' : `${count} alertas`} desde ontem`,
    closed: (time) => `Foi encerrado em ${time}.`,
    more: (count) => `E mais ${count}, no console.`,
    action: 'Abrir os alertas',
    closing: 'Quando e se estes e-mails chegam, você escolhe no console, na sua conta.',
  },
  es: {
    one: (owner, meaning) => `${owner}: ${meaning}`,
    several: (owner, count) => `${owner}: ${count} alertas necesitan atención`,
    daily: (owner, count) =>
      `${owner}: ${count === 1 ? 'una alerta' : `${count} alertas`} desde ayer`,
    closed: (time) => `Se cerró el ${time}.`,
    more: (count) => `Y ${count} más, en la consola.`,
    action: 'Abrir las alertas',
    closing: 'Cuándo llegan estos correos, y si llegan, se elige en la consola, en tu cuenta.',
  },
  de: {
    one: (owner, meaning) => `${owner}: ${meaning}`,
    several: (owner, count) => `${owner}: ${count} Warnungen brauchen jemanden`,
    daily: (owner, count) =>
      `${owner}: ${count === 1 ? 'eine Warnung' : `${count} Warnungen`} seit gestern`,
    closed: (time) => `Sie wurde geschlossen: ${time}.`,
    more: (count) => `Und ${count} weitere, in der Konsole.`,
    action: 'Warnungen öffnen',
    closing: 'Wann und ob solche E-Mails kommen, wählst du in der Konsole, in deinem Konto.',
  },
};
