import type { InLanguages } from '../frame/languages.js';

type Frequency = readonly [label: string, hint: string];

interface AlertMailsWords {
  readonly title: string;
  readonly link: string;
  readonly lead: string;
  readonly ownTitle: string;
  readonly frequency: string;
  readonly frequencies: Readonly<Record<'AT_ONCE' | 'DAILY' | 'NEVER', Frequency>>;
  readonly timesTitle: string;
  readonly timesLead: (zone: string) => string;
  readonly quietFrom: string;
  readonly quietHint: string;
  readonly quietUntil: string;
  readonly digestAt: string;
  readonly saved: string;
}

export const ALERT_MAILS_WORDS: InLanguages<AlertMailsWords> = {
  pt: {
    title: 'E-mails sobre alertas',
    link: 'E-mails',
    lead: 'Quando algo precisa de uma pessoa, quem cuida dos alertas recebe um e-mail.',
    ownTitle: 'Para você',
    frequency: 'Quando quer receber?',
    frequencies: {
      AT_ONCE: ['Na hora', 'Um e-mail a cada quarto de hora, no máximo, com tudo o que aconteceu.'],
      DAILY: ['Uma vez por dia', 'Um resumo, somente nos dias em que houve alertas.'],
      NEVER: ['Nunca', 'Os alertas continuam na lista.'],
    },
    timesTitle: 'Horários da empresa',
    timesLead: (zone) => `Valem para todas as pessoas, no fuso ${zone}.`,
    quietFrom: 'Silêncio a partir de',
    quietHint: 'Deixe os dois campos vazios para não ter horas de silêncio.',
    quietUntil: 'até',
    digestAt: 'Hora do resumo diário',
    saved: 'Salvo.',
  },
  en: {
    title: 'Mails about alerts',
    link: 'Mails',
    lead: 'When something needs a person, those who look after alerts get a mail.',
    ownTitle: 'For you',
    frequency: 'When do you want them?',
    frequencies: {
      AT_ONCE: [
        'At once',
        'One mail in a quarter of an hour at most, with all that happened meanwhile.',
      ],
      DAILY: ['Once a day', 'A summary, only on days with alerts.'],
      NEVER: ['Never', 'The alerts stay on their page.'],
    },
    timesTitle: 'Hours of the business',
    timesLead: (zone) => `They hold for everybody, in the time zone ${zone}.`,
    quietFrom: 'Quiet from',
    quietHint: 'Leave both fields empty to have no quiet hours.',
    quietUntil: 'until',
    digestAt: 'Time of the daily summary',
    saved: 'Saved.',
  },
  es: {
    title: 'Correos sobre alertas',
    link: 'Correos',
    lead: 'Cuando algo necesita a una persona, quienes cuidan las alertas reciben un correo.',
    ownTitle: 'Para ti',
    frequency: '¿Cuándo quieres recibirlos?',
    frequencies: {
      AT_ONCE: [
        'Al momento',
        'Un correo cada cuarto de hora como máximo, con todo lo que pasó mientras tanto.',
      ],
      DAILY: ['Una vez al día', 'Un resumen, solo los días con alertas.'],
      NEVER: ['Nunca', 'Las alertas siguen en su página.'],
    },
    timesTitle: 'Horarios de la empresa',
    timesLead: (zone) => `Valen para todas las personas, en la zona horaria ${zone}.`,
    quietFrom: 'Silencio desde',
    quietHint: 'Deja los dos campos vacíos para no tener horas de silencio.',
    quietUntil: 'hasta',
    digestAt: 'Hora del resumen diario',
    saved: 'Guardado.',
  },
  de: {
    title: 'E-Mails zu Warnungen',
    link: 'E-Mails',
    lead: 'Wenn etwas einen Menschen braucht, bekommen die Zuständigen eine E-Mail.',
    ownTitle: 'Für dich',
    frequency: 'Wann möchtest du sie bekommen?',
    frequencies: {
      AT_ONCE: [
        'Sofort',
        'Höchstens eine E-Mail je Viertelstunde, mit allem, was inzwischen geschah.',
      ],
      DAILY: ['Einmal am Tag', 'Eine Zusammenfassung, nur an Tagen mit Warnungen.'],
      NEVER: ['Nie', 'Die Warnungen bleiben auf ihrer Seite.'],
    },
    timesTitle: 'Zeiten des Betriebs',
    timesLead: (zone) => `Sie gelten für alle, in der Zeitzone ${zone}.`,
    quietFrom: 'Ruhe ab',
    quietHint: 'Lass beide Felder leer, wenn es keine Ruhezeit geben soll.',
    quietUntil: 'bis',
    digestAt: 'Uhrzeit der täglichen Zusammenfassung',
    saved: 'Gespeichert.',
  },
};
