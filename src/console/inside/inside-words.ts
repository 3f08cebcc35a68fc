import type { InLanguages } from '../frame/languages.js';

interface InsideWords {
  readonly lead: string;
  readonly now: string;
  readonly of: (inside: string, capacity: string) => string;
  readonly person: string;
  readonly since: string;
  readonly by: string;
  readonly ways: Record<'GATE' | 'OFFLINE' | 'DESK', string>;
  readonly end: string;
  readonly ended: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly problems: Readonly<Record<string, string>>;
}

export const INSIDE_WORDS: InLanguages<InsideWords> = {
  pt: {
    lead: 'Quem entrou e ainda não saiu. Encerre a visita de quem saiu sem escanear.',
    now: 'Dentro agora',
    of: (inside, capacity) => `${inside} de ${capacity}`,
    person: 'Pessoa',
    since: 'Desde',
    by: 'Entrou',
    ways: { GATE: 'Por uma porta', OFFLINE: 'Por uma porta sem internet', DESK: 'Pela recepção' },
    end: 'Encerrar visita',
    ended: 'A visita foi encerrada.',
    nobody: 'Não há ninguém dentro',
    nobodyHint: 'As pessoas aparecem aqui quando entram por uma porta ou pela recepção.',
    problems: { 'visit.not-found': 'Esta visita não existe mais.' },
  },
  en: {
    lead: 'Who came in and has not left. End the visit of people who left without a scan.',
    now: 'Inside now',
    of: (inside, capacity) => `${inside} of ${capacity}`,
    person: 'Person',
    since: 'Since',
    by: 'Came in',
    ways: { GATE: 'By a door', OFFLINE: 'By a door that was offline', DESK: 'At the front desk' },
    end: 'End the visit',
    ended: 'The visit has ended.',
    nobody: 'Nobody is inside',
    nobodyHint: 'People appear here when they come in by a door or at the front desk.',
    problems: { 'visit.not-found': 'This visit no longer exists.' },
  },
  es: {
    lead: 'Quién entró y aún no ha salido. Termina la visita de quien salió sin escanear.',
    now: 'Dentro ahora',
    of: (inside, capacity) => `${inside} de ${capacity}`,
    person: 'Persona',
    since: 'Desde',
    by: 'Entró',
    ways: { GATE: 'Por una puerta', OFFLINE: 'Por una puerta sin conexión', DESK: 'En recepción' },
    end: 'Terminar visita',
    ended: 'La visita ha terminado.',
    nobody: 'No hay nadie dentro',
    nobodyHint: 'Las personas aparecen aquí cuando entran por una puerta o por recepción.',
    problems: { 'visit.not-found': 'Esta visita ya no existe.' },
  },
  de: {
    lead: 'Wer hereinkam und noch nicht gegangen ist. Beende den Besuch von Leuten, die ohne Scan gegangen sind.',
    now: 'Jetzt drin',
    of: (inside, capacity) => `${inside} von ${capacity}`,
    person: 'Person',
    since: 'Seit',
    by: 'Kam herein',
    ways: { GATE: 'Durch eine Tür', OFFLINE: 'Durch eine Tür ohne Netz', DESK: 'Am Empfang' },
    end: 'Besuch beenden',
    ended: 'Der Besuch ist beendet.',
    nobody: 'Niemand ist drin',
    nobodyHint: 'Hier erscheint, wer durch eine Tür oder am Empfang hereinkommt.',
    problems: { 'visit.not-found': 'Diesen Besuch gibt es nicht mehr.' },
  },
};
