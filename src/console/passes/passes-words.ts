import type { InLanguages } from '../frame/languages.js';
import type { ListedPassType } from './pass.js';

export interface PassesWords {
  readonly title: string;
  readonly none: string;
  readonly add: string;
  readonly addTitle: string;
  readonly type: string;
  readonly types: Record<ListedPassType, { readonly label: string; readonly hint: string }>;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly validUntilHint: string;
  readonly entries: string;
  readonly entriesHint: string;
  readonly gyms: string;
  readonly gymsHint: string;
  readonly everyGym: string;
  readonly note: string;
  readonly noteHint: string;
  readonly span: (from: string, until: string) => string;
  readonly since: (from: string) => string;
  readonly left: (left: number, all: number) => string;
  readonly removal: Record<'label' | 'consequence' | 'submit', string>;
}

export const PASSES_WORDS: InLanguages<PassesWords> = {
  pt: {
    title: 'Passes',
    none: 'Nenhum. Com um passe a pessoa entra sem contrato.',
    add: 'Adicionar passe',
    addTitle: 'Novo passe',
    type: 'Tipo',
    types: {
      STAFF: { label: 'Equipe', hint: 'Professores e funcionários: entram sempre, também lotado.' },
      GUEST: { label: 'Convidado', hint: 'Um número certo de visitas, até um dia certo.' },
    },
    validFrom: 'A partir do dia',
    validUntil: 'Até o dia',
    validUntilHint: 'Da equipe pode ficar em branco; de convidado é preciso.',
    entries: 'Visitas',
    entriesHint: 'Só de convidado: de 1 a 1000.',
    gyms: 'Academias',
    gymsHint: 'Nenhuma marcada vale para todas.',
    everyGym: 'todas as academias',
    note: 'Observação',
    noteHint: 'Para a equipe, por exemplo quem convidou.',
    span: (from, until) => `${from} a ${until}`,
    since: (from) => `a partir de ${from}`,
    left: (left, all) => `restam ${left} de ${all}`,
    removal: {
      label: 'Remover este passe',
      consequence: 'O passe deixa de valer na hora. As visitas já feitas continuam no histórico.',
      submit: 'Remover o passe',
    },
  },
  en: {
    title: 'Passes',
    none: 'None. With a pass the person enters without a contract.',
    add: 'Add a pass',
    addTitle: 'New pass',
    type: 'Kind',
    types: {
      STAFF: { label: 'Staff', hint: 'Trainers and employees: they always enter, also when full.' },
      GUEST: { label: 'Guest', hint: 'A number of visits, until a certain day.' },
    },
    validFrom: 'From this day on',
    validUntil: 'Until this day',
    validUntilHint: 'Of staff it may be empty; of a guest it is needed.',
    entries: 'Visits',
    entriesHint: 'Of guests only: from 1 to 1000.',
    gyms: 'Gyms',
    gymsHint: 'None checked means all.',
    everyGym: 'every gym',
    note: 'Note',
    noteHint: 'For the team, for example who invited.',
    span: (from, until) => `${from} to ${until}`,
    since: (from) => `from ${from}`,
    left: (left, all) => `${left} of ${all} left`,
    removal: {
      label: 'Remove this pass',
      consequence: 'The pass stops at once. Visits that were made stay in the history.',
      submit: 'Remove the pass',
    },
  },
  es: {
    title: 'Pases',
    none: 'Ninguno. Con un pase la persona entra sin contrato.',
    add: 'Añadir pase',
    addTitle: 'Pase nuevo',
    type: 'Tipo',
    types: {
      STAFF: {
        label: 'Equipo',
        hint: 'Monitores y empleados: entran siempre, también con aforo lleno.',
      },
      GUEST: { label: 'Invitado', hint: 'Un número de visitas, hasta un día determinado.' },
    },
    validFrom: 'Desde el día',
    validUntil: 'Hasta el día',
    validUntilHint: 'Del equipo puede quedar vacío; de un invitado hace falta.',
    entries: 'Visitas',
    entriesHint: 'Solo de invitados: de 1 a 1000.',
    gyms: 'Gimnasios',
    gymsHint: 'Sin marcar ninguno vale para todos.',
    everyGym: 'todos los gimnasios',
    note: 'Nota',
    noteHint: 'Para el equipo, por ejemplo quién invitó.',
    span: (from, until) => `del ${from} al ${until}`,
    since: (from) => `desde el ${from}`,
    left: (left, all) => `quedan ${left} de ${all}`,
    removal: {
      label: 'Eliminar este pase',
      consequence: 'El pase deja de valer al momento. Las visitas hechas quedan en el historial.',
      submit: 'Eliminar el pase',
    },
  },
  de: {
    title: 'Pässe',
    none: 'Keiner. Mit einem Pass kommt die Person ohne Vertrag hinein.',
    add: 'Pass hinzufügen',
    addTitle: 'Neuer Pass',
    type: 'Art',
    types: {
      STAFF: {
        label: 'Team',
        hint: 'Trainer und Angestellte: Sie kommen immer hinein, auch wenn es voll ist.',
      },
      GUEST: { label: 'Gast', hint: 'Eine Zahl von Besuchen, bis zu einem bestimmten Tag.' },
    },
    validFrom: 'Ab dem Tag',
    validUntil: 'Bis zum Tag',
    validUntilHint: 'Beim Team darf er leer sein; bei einem Gast ist er nötig.',
    entries: 'Besuche',
    entriesHint: 'Nur bei Gästen: von 1 bis 1000.',
    gyms: 'Studios',
    gymsHint: 'Ohne Auswahl alle.',
    everyGym: 'alle Studios',
    note: 'Notiz',
    noteHint: 'Für das Team, zum Beispiel wer eingeladen hat.',
    span: (from, until) => `${from} bis ${until}`,
    since: (from) => `ab ${from}`,
    left: (left, all) => `noch ${left} von ${all}`,
    removal: {
      label: 'Diesen Pass entfernen',
      consequence: 'Der Pass endet sofort. Gemachte Besuche bleiben im Verlauf.',
      submit: 'Den Pass entfernen',
    },
  },
};
