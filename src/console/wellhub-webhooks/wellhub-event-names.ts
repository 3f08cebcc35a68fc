import type { ConsolePage } from '../frame/console-page.js';
import type { InLanguages } from '../frame/languages.js';

const pt = {
  checkin: 'Check-in',
  'checkin-booking-occurred': 'Check-in com reserva',
  'booking-requested': 'Reserva pedida',
  'booking-canceled': 'Reserva cancelada',
  'booking-late-canceled': 'Reserva cancelada tarde',
  'system-integration-requested': 'Academia pede conexão',
  'user-cancel': 'Plano cancelado',
  'user-change': 'Plano alterado',
  unknown: 'Desconhecido',
};
type WellhubEventNames = typeof pt;

const en: WellhubEventNames = {
  checkin: 'Check-in',
  'checkin-booking-occurred': 'Check-in with a booking',
  'booking-requested': 'Booking requested',
  'booking-canceled': 'Booking canceled',
  'booking-late-canceled': 'Booking canceled late',
  'system-integration-requested': 'Gym requests a connection',
  'user-cancel': 'Plan canceled',
  'user-change': 'Plan changed',
  unknown: 'Unknown',
};

const es: WellhubEventNames = {
  checkin: 'Check-in',
  'checkin-booking-occurred': 'Check-in con reserva',
  'booking-requested': 'Reserva pedida',
  'booking-canceled': 'Reserva cancelada',
  'booking-late-canceled': 'Reserva cancelada tarde',
  'system-integration-requested': 'Un gimnasio pide conexión',
  'user-cancel': 'Plan cancelado',
  'user-change': 'Plan cambiado',
  unknown: 'Desconocido',
};

const de: WellhubEventNames = {
  checkin: 'Check-in',
  'checkin-booking-occurred': 'Check-in mit Buchung',
  'booking-requested': 'Buchung angefragt',
  'booking-canceled': 'Buchung storniert',
  'booking-late-canceled': 'Buchung spät storniert',
  'system-integration-requested': 'Studio wünscht Verbindung',
  'user-cancel': 'Tarif gekündigt',
  'user-change': 'Tarif geändert',
  unknown: 'Unbekannt',
};

const WELLHUB_EVENT_NAMES: InLanguages<WellhubEventNames> = { pt, en, es, de };

export const WELLHUB_TYPES_SHOWN = Object.keys(pt) as (keyof WellhubEventNames)[];

export function wellhubEventName(page: ConsolePage, type: string): string {
  const names: Readonly<Record<string, string>> = page.textsOf(WELLHUB_EVENT_NAMES);
  return names[type] ?? type;
}
