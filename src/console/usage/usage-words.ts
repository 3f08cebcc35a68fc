import type { InLanguages } from '../frame/languages.js';
import type { ListedUsage, UsageState } from './usage-screen.js';

interface UsageWords {
  readonly title: string;
  readonly lead: string;
  readonly at: string;
  readonly what: string;
  readonly person: string;
  readonly unknownPerson: string;
  readonly source: string;
  readonly sources: Record<ListedUsage['source'], string>;
  readonly state: string;
  readonly states: Record<UsageState, string>;
  readonly answer: string;
  readonly none: string;
  readonly noneSuch: string;
  readonly noneHint: string;
}

export const USAGE_WORDS: InLanguages<UsageWords> = {
  pt: {
    title: 'Uso informado ao Wellhub',
    lead: 'O que os alunos usaram, e se o Wellhub aceitou. O que ele recusou precisa ser corrigido por quem enviou, e enviado como um registro novo.',
    at: 'Quando',
    what: 'Tipo',
    person: 'Pessoa',
    unknownPerson: 'Não encontrada',
    source: 'De onde veio',
    sources: { ADMIN: 'Do seu sistema', VISIT: 'De uma visita' },
    state: 'Situação',
    states: {
      QUEUED: 'Na fila',
      SENT: 'Aceito',
      QUARANTINED: 'Recusado pelo Wellhub',
      UNPAYABLE: 'Tarde demais: o mês fechou',
    },
    answer: 'Resposta do Wellhub',
    none: 'Nada foi informado ainda',
    noneSuch: 'Nada nesta situação',
    noneHint:
      'O uso vem das visitas, se isso estiver ligado em Configurações, Dados da rede, ou do seu sistema.',
  },
  en: {
    title: 'Usage reported to Wellhub',
    lead: 'What members used, and whether Wellhub took it. What it refused must be corrected by whoever sent it, and sent as a new record.',
    at: 'When',
    what: 'Kind',
    person: 'Person',
    unknownPerson: 'Not found',
    source: 'Came from',
    sources: { ADMIN: 'Your software', VISIT: 'A visit' },
    state: 'State',
    states: {
      QUEUED: 'Waiting',
      SENT: 'Taken',
      QUARANTINED: 'Refused by Wellhub',
      UNPAYABLE: 'Too late: the month is closed',
    },
    answer: 'Answer of Wellhub',
    none: 'Nothing was reported yet',
    noneSuch: 'Nothing in this state',
    noneHint:
      'Usage comes from visits, if that is on in Settings, Business, or from your software.',
  },
  es: {
    title: 'Uso comunicado a Wellhub',
    lead: 'Lo que usaron los socios, y si Wellhub lo aceptó. Lo que rechazó debe corregirlo quien lo envió, y enviarlo como un registro nuevo.',
    at: 'Cuándo',
    what: 'Tipo',
    person: 'Persona',
    unknownPerson: 'No encontrada',
    source: 'De dónde vino',
    sources: { ADMIN: 'De tu sistema', VISIT: 'De una visita' },
    state: 'Estado',
    states: {
      QUEUED: 'En cola',
      SENT: 'Aceptado',
      QUARANTINED: 'Rechazado por Wellhub',
      UNPAYABLE: 'Demasiado tarde: el mes está cerrado',
    },
    answer: 'Respuesta de Wellhub',
    none: 'Aún no se comunicó nada',
    noneSuch: 'Nada en este estado',
    noneHint:
      'El uso viene de las visitas, si está activado en Ajustes, Datos de la red, o de tu sistema.',
  },
  de: {
    title: 'An Wellhub gemeldete Nutzung',
    lead: 'Was Mitglieder genutzt haben, und ob Wellhub es angenommen hat. Was es ablehnt, muss korrigiert werden, wo es herkam, und neu gesendet werden.',
    at: 'Wann',
    what: 'Art',
    person: 'Person',
    unknownPerson: 'Nicht gefunden',
    source: 'Kam von',
    sources: { ADMIN: 'Deiner Software', VISIT: 'Einem Besuch' },
    state: 'Status',
    states: {
      QUEUED: 'Wartet',
      SENT: 'Angenommen',
      QUARANTINED: 'Von Wellhub abgelehnt',
      UNPAYABLE: 'Zu spät: Der Monat ist abgeschlossen',
    },
    answer: 'Antwort von Wellhub',
    none: 'Noch nichts gemeldet',
    noneSuch: 'Nichts mit diesem Status',
    noneHint:
      'Die Nutzung kommt aus Besuchen, wenn das in Einstellungen, Unternehmen, eingeschaltet ist, oder aus deiner Software.',
  },
};
