/** The texts of displays (`control-id.md` 5.2): printable ASCII, at most 30 signs. */

export const DISPLAY_LANGUAGES = ['en', 'de', 'es', 'pt'] as const;
/** One for each of the languages, in their order. */
type Texts = readonly [en: string, de: string, es: string, pt: string];

const WAIT: Texts = [
  'Please wait a minute',
  'Bitte eine Minute warten',
  'Espera un minuto',
  'Espere um minuto',
];
const NOT_SET_UP: Texts = [
  'Device not set up',
  'Geraet nicht eingerichtet',
  'Equipo sin configurar',
  'Equipamento nao configurado',
];
const REFUSED_BY_WELLHUB: Texts = [
  'Wellhub refused check-in',
  'Wellhub lehnt Check-in ab',
  'Wellhub rechazo el check-in',
  'Wellhub recusou o check-in',
];

export const GREETINGS = {
  IN: ['Welcome', 'Willkommen', 'Adelante', 'Acesso liberado'],
  OUT: ['Goodbye', 'Auf Wiedersehen', 'Hasta pronto', 'Ate logo'],
} as const satisfies Record<'IN' | 'OUT', Texts>;

export const REFUSAL_TEXTS = {
  ACCESS_CODE_UNKNOWN: [
    'Code or card unknown',
    'Code oder Karte unbekannt',
    'Codigo o tarjeta desconocida',
    'Codigo ou cartao desconhecido',
  ],
  ACCESS_CODE_WRONG_STUDIO: [
    'Code is for another gym',
    'Code gilt woanders',
    'Codigo de otro centro',
    'Codigo de outra unidade',
  ],
  ACCESS_CODE_ALREADY_USED: [
    'Code already used',
    'Code schon benutzt',
    'Codigo ya usado',
    'Codigo ja usado',
  ],
  ACCESS_CODE_EXPIRED: ['Code expired', 'Code abgelaufen', 'Codigo caducado', 'Codigo expirado'],
  CUSTOMER_ACCESS_RESTRICTED: [
    'Please ask at the desk',
    'Bitte am Empfang fragen',
    'Pregunta en recepcion',
    'Fale com a recepcao',
  ],
  CONTRACT_REQUIRED: [
    'No current contract',
    'Kein laufender Vertrag',
    'Sin contrato vigente',
    'Sem contrato vigente',
  ],
  WELLHUB_CHECKIN_REQUIRED: [
    'Check in with Wellhub first',
    'Erst bei Wellhub einchecken',
    'Haz check-in en Wellhub',
    'Faca check-in no Wellhub',
  ],
  WELLHUB_CHECKIN_EXPIRED: [
    'Wellhub check-in expired',
    'Wellhub-Check-in abgelaufen',
    'Check-in de Wellhub caducado',
    'Check-in do Wellhub expirou',
  ],
  WELLHUB_CHECKIN_CANCELED: [
    'Wellhub check-in canceled',
    'Wellhub-Check-in storniert',
    'Check-in Wellhub cancelado',
    'Check-in Wellhub cancelado',
  ],
  WELLHUB_CHECKIN_NOT_FOUND: REFUSED_BY_WELLHUB,
  WELLHUB_CHECKIN_REJECTED: REFUSED_BY_WELLHUB,
  WELLHUB_UNAVAILABLE: [
    'Wellhub not answering',
    'Wellhub antwortet nicht',
    'Wellhub no responde',
    'Wellhub nao responde',
  ],
  ACCESS_CLOSED_TODAY: ['Closed now', 'Gerade geschlossen', 'Cerrado ahora', 'Fechado agora'],
  ACCESS_AGE: [
    'Age: please ask at the desk',
    'Alter: bitte am Empfang',
    'Edad: pregunta en recepcion',
    'Idade: fale com a recepcao',
  ],
  ACCESS_ANTI_PASSBACK: [
    'You are already inside',
    'Du bist schon drinnen',
    'Ya estas dentro',
    'Voce ja esta dentro',
  ],
  ACCESS_FULL: ['Full, please wait', 'Voll, bitte warten', 'Lleno, espera', 'Lotado, espere'],
  ACCESS_OUTSIDE_HOURS: [
    'Not included at this time',
    'Tarif gilt jetzt nicht',
    'Plan no vale a esta hora',
    'Plano nao vale agora',
  ],
  ACCESS_DOOR_NOT_INCLUDED: [
    'This door is not included',
    'Tarif gilt hier nicht',
    'Puerta no incluida',
    'Porta nao incluida',
  ],
  ACCESS_PLAN_NOT_INCLUDED: [
    'Plan not valid here',
    'Tarif hier nicht gueltig',
    'Plan no valido aqui',
    'Plano nao vale aqui',
  ],
  DEVICE_RATE_LIMITED: WAIT,
  BUSY: WAIT,
  NOT_SERVED: [
    'Not available here',
    'Hier nicht moeglich',
    'No disponible aqui',
    'Nao disponivel aqui',
  ],
  WRONG_DEVICE: NOT_SET_UP,
  VALIDATION_FAILED: NOT_SET_UP,
} as const satisfies Record<string, Texts>;

export type DisplayedRefusal = keyof typeof REFUSAL_TEXTS;

/** English for a gym whose language displays have no texts in. */
export function messageIn(texts: Texts, language: string | null): string {
  const place = (DISPLAY_LANGUAGES as readonly (string | null)[]).indexOf(language);
  return texts[place] ?? texts[0];
}
