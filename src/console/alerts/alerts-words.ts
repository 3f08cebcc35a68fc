import type { InLanguages } from '../frame/languages.js';

export interface AlertsWords {
  readonly lead: string;
  readonly installationLead: string;
  readonly about: string;
  readonly open: string;
  readonly closed: string;
  readonly which: string;
  readonly none: string;
  readonly noneHint: string;
  readonly noneClosed: string;
  readonly todo: string;
  readonly first: string;
  readonly last: string;
  readonly count: string;
  readonly closedAt: string;
  readonly record: string;
  readonly goThere: (section: string) => string;
  readonly close: string;
  readonly closeHint: string;
  readonly done: string;
}

export const ALERTS_WORDS: InLanguages<AlertsWords> = {
  pt: {
    lead: 'O que precisa de uma pessoa. Muitos alertas se fecham sozinhos quando a causa termina.',
    installationLead:
      'O que diz respeito à instalação inteira, e a nenhum parceiro. Horários em UTC.',
    about: 'Objeto',
    open: 'Abertos',
    closed: 'Fechados',
    which: 'Quais alertas',
    none: 'Nenhum alerta aberto',
    noneHint: 'Está tudo bem. Se algo precisar de você, aparece aqui.',
    noneClosed: 'Nenhum alerta fechado ainda',
    todo: 'O que fazer',
    first: 'Desde',
    last: 'Última vez',
    count: 'Vezes',
    closedAt: 'Fechado em',
    record: 'Registro técnico',
    goThere: (section) => `Ir para ${section}`,
    close: 'Fechar',
    closeHint: 'Se acontecer de novo, abre outro.',
    done: 'Alerta fechado.',
  },
  en: {
    lead: 'What needs a person. Many alerts close by themselves once the cause is gone.',
    installationLead: 'What concerns the whole installation, and no partner. Times are UTC.',
    about: 'Object',
    open: 'Open',
    closed: 'Closed',
    which: 'Which alerts',
    none: 'No open alerts',
    noneHint: 'All is well. What needs you appears here.',
    noneClosed: 'No closed alerts yet',
    todo: 'What to do',
    first: 'Since',
    last: 'Last time',
    count: 'Times',
    closedAt: 'Closed on',
    record: 'Technical record',
    goThere: (section) => `Go to ${section}`,
    close: 'Close',
    closeHint: 'If it happens again, a new one opens.',
    done: 'Alert closed.',
  },
  es: {
    lead: 'Lo que necesita a una persona. Muchas alertas se cierran solas cuando termina la causa.',
    installationLead: 'Lo que afecta a toda la instalación, y a ningún socio. Horas en UTC.',
    about: 'Objeto',
    open: 'Abiertas',
    closed: 'Cerradas',
    which: 'Qué alertas',
    none: 'Ninguna alerta abierta',
    noneHint: 'Todo va bien. Lo que te necesite aparece aquí.',
    noneClosed: 'Aún no hay alertas cerradas',
    todo: 'Qué hacer',
    first: 'Desde',
    last: 'Última vez',
    count: 'Veces',
    closedAt: 'Cerrada el',
    record: 'Registro técnico',
    goThere: (section) => `Ir a ${section}`,
    close: 'Cerrar',
    closeHint: 'Si vuelve a pasar, se abre otra.',
    done: 'Alerta cerrada.',
  },
  de: {
    lead: 'Was einen Menschen braucht. Viele Warnungen schließen sich selbst, wenn die Ursache weg ist.',
    installationLead: 'Was die ganze Installation betrifft und keinen Partner. Zeiten in UTC.',
    about: 'Gegenstand',
    open: 'Offene',
    closed: 'Geschlossene',
    which: 'Welche Warnungen',
    none: 'Keine offenen Warnungen',
    noneHint: 'Alles in Ordnung. Was dich braucht, erscheint hier.',
    noneClosed: 'Noch keine geschlossenen Warnungen',
    todo: 'Was zu tun ist',
    first: 'Seit',
    last: 'Zuletzt',
    count: 'Wie oft',
    closedAt: 'Geschlossen am',
    record: 'Technische Angaben',
    goThere: (section) => `Zu ${section}`,
    close: 'Schließen',
    closeHint: 'Passiert es wieder, öffnet sich eine neue.',
    done: 'Warnung geschlossen.',
  },
};
