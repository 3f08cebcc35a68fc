import type { InLanguages } from '../frame/languages.js';

export interface MoneyWords {
  readonly lead: string;
  readonly month: string;
  readonly earlier: string;
  readonly later: string;
  readonly paid: string;
  readonly waiting: string;
  readonly atRisk: string;
  readonly lost: string;
  readonly share: string;
  readonly why: string;
  readonly whyHint: string;
  readonly reason: string;
  readonly count: string;
  readonly byGym: string;
  readonly byDay: string;
  readonly byMonth: string;
  readonly day: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly nothingLost: string;
}

export const MONEY_WORDS: InLanguages<MoneyWords> = {
  pt: {
    lead: 'O que o Wellhub paga pelos check-ins do mês, o que se perdeu e por quê.',
    month: 'Mês',
    earlier: 'Mês anterior',
    later: 'Mês seguinte',
    paid: 'Pagos',
    waiting: 'Esperando',
    atRisk: 'Em risco',
    lost: 'Perdidos',
    share: 'Parte paga',
    why: 'Por que se perdeu',
    whyHint: 'Abra um dia com perdas para ver cada caso e o que fazer.',
    reason: 'Motivo',
    count: 'Check-ins',
    byGym: 'Por academia',
    byDay: 'Por dia',
    byMonth: 'Últimos 12 meses',
    day: 'Dia',
    empty: 'Nenhum check-in neste mês',
    emptyHint: 'Quando o Wellhub enviar check-ins, o resultado aparece aqui.',
    nothingLost: 'Nenhum check-in se perdeu neste mês.',
  },
  en: {
    lead: 'What Wellhub pays for the check-ins of the month, what was lost, and why.',
    month: 'Month',
    earlier: 'Month before',
    later: 'Next month',
    paid: 'Paid',
    waiting: 'Waiting',
    atRisk: 'At risk',
    lost: 'Lost',
    share: 'Share paid',
    why: 'Why it was lost',
    whyHint: 'Open a day with losses to see each case and what to do.',
    reason: 'Reason',
    count: 'Check-ins',
    byGym: 'By gym',
    byDay: 'By day',
    byMonth: 'Last 12 months',
    day: 'Day',
    empty: 'No check-ins in this month',
    emptyHint: 'Once Wellhub sends check-ins, what they came to is shown here.',
    nothingLost: 'No check-in was lost in this month.',
  },
  es: {
    lead: 'Lo que Wellhub paga por los check-ins del mes, lo que se perdió y por qué.',
    month: 'Mes',
    earlier: 'Mes anterior',
    later: 'Mes siguiente',
    paid: 'Pagados',
    waiting: 'En espera',
    atRisk: 'En riesgo',
    lost: 'Perdidos',
    share: 'Parte pagada',
    why: 'Por qué se perdió',
    whyHint: 'Abre un día con pérdidas para ver cada caso y qué hacer.',
    reason: 'Motivo',
    count: 'Check-ins',
    byGym: 'Por gimnasio',
    byDay: 'Por día',
    byMonth: 'Últimos 12 meses',
    day: 'Día',
    empty: 'Ningún check-in en este mes',
    emptyHint: 'Cuando Wellhub envíe check-ins, el resultado aparece aquí.',
    nothingLost: 'Ningún check-in se perdió en este mes.',
  },
  de: {
    lead: 'Was Wellhub für die Check-ins des Monats zahlt, was verloren ging und warum.',
    month: 'Monat',
    earlier: 'Monat davor',
    later: 'Nächster Monat',
    paid: 'Bezahlt',
    waiting: 'Wartend',
    atRisk: 'In Gefahr',
    lost: 'Verloren',
    share: 'Anteil bezahlt',
    why: 'Warum es verloren ging',
    whyHint: 'Einen Tag mit Verlusten öffnen: Dort steht jeder Fall und was zu tun ist.',
    reason: 'Grund',
    count: 'Check-ins',
    byGym: 'Nach Studio',
    byDay: 'Nach Tag',
    byMonth: 'Letzte 12 Monate',
    day: 'Tag',
    empty: 'Keine Check-ins in diesem Monat',
    emptyHint: 'Sobald Wellhub Check-ins sendet, steht hier, was daraus wurde.',
    nothingLost: 'In diesem Monat ging kein Check-in verloren.',
  },
};
