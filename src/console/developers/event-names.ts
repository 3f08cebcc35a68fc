import type { ConsolePage } from '../frame/console-page.js';
import type { InLanguages } from '../frame/languages.js';

const pt = {
  CUSTOMER_CHECKIN: 'Alguém entrou',
  CUSTOMER_CHECKOUT: 'Alguém saiu',
  AUTOMATIC_CUSTOMER_CHECKOUT: 'Visitas encerradas pelo tempo',
  CUSTOMER_CREATED: 'Aluno cadastrado',
  CUSTOMER_UPDATED: 'Aluno alterado',
  CUSTOMER_DELETED: 'Aluno apagado',
  CUSTOMER_ACCESS_DISABLED: 'Aluno bloqueado',
  AGGREGATOR_MEMBER_CREATED: 'Aluno novo de um agregador',
  DEVICE_CREATED: 'Porta cadastrada',
  WELLHUB_CHECKIN_RECEIVED: 'Check-in recebido',
  WELLHUB_CHECKIN_VALIDATED: 'Check-in pago',
  WELLHUB_CHECKIN_FAILED: 'Check-in perdido',
  WELLHUB_CHECKIN_AT_RISK: 'Check-in em risco',
  WELLHUB_BOOKING_REQUESTED: 'Reserva pedida',
  WELLHUB_BOOKING_CANCELED: 'Reserva cancelada',
  WELLHUB_BOOKING_LATE_CANCELED: 'Reserva cancelada tarde',
  WELLHUB_USER_CANCELED: 'Plano do Wellhub cancelado',
  WELLHUB_USER_CHANGED: 'Plano do Wellhub alterado',
  ALERT_OPENED: 'Alerta aberto',
  ALERT_CLOSED: 'Alerta fechado',
  TEST: 'Teste',
};
type EventNames = typeof pt;

const en: EventNames = {
  CUSTOMER_CHECKIN: 'Somebody entered',
  CUSTOMER_CHECKOUT: 'Somebody left',
  AUTOMATIC_CUSTOMER_CHECKOUT: 'Visits ended by time',
  CUSTOMER_CREATED: 'Member registered',
  CUSTOMER_UPDATED: 'Member changed',
  CUSTOMER_DELETED: 'Member erased',
  CUSTOMER_ACCESS_DISABLED: 'Member blocked',
  AGGREGATOR_MEMBER_CREATED: 'New member of an aggregator',
  DEVICE_CREATED: 'Door registered',
  WELLHUB_CHECKIN_RECEIVED: 'Check-in received',
  WELLHUB_CHECKIN_VALIDATED: 'Check-in paid',
  WELLHUB_CHECKIN_FAILED: 'Check-in lost',
  WELLHUB_CHECKIN_AT_RISK: 'Check-in at risk',
  WELLHUB_BOOKING_REQUESTED: 'Booking requested',
  WELLHUB_BOOKING_CANCELED: 'Booking canceled',
  WELLHUB_BOOKING_LATE_CANCELED: 'Booking canceled late',
  WELLHUB_USER_CANCELED: 'Wellhub plan canceled',
  WELLHUB_USER_CHANGED: 'Wellhub plan changed',
  ALERT_OPENED: 'Alert opened',
  ALERT_CLOSED: 'Alert closed',
  TEST: 'Test',
};

const es: EventNames = {
  CUSTOMER_CHECKIN: 'Alguien entró',
  CUSTOMER_CHECKOUT: 'Alguien salió',
  AUTOMATIC_CUSTOMER_CHECKOUT: 'Visitas terminadas por tiempo',
  CUSTOMER_CREATED: 'Socio registrado',
  CUSTOMER_UPDATED: 'Socio cambiado',
  CUSTOMER_DELETED: 'Socio borrado',
  CUSTOMER_ACCESS_DISABLED: 'Socio bloqueado',
  AGGREGATOR_MEMBER_CREATED: 'Socio nuevo de un agregador',
  DEVICE_CREATED: 'Puerta registrada',
  WELLHUB_CHECKIN_RECEIVED: 'Check-in recibido',
  WELLHUB_CHECKIN_VALIDATED: 'Check-in pagado',
  WELLHUB_CHECKIN_FAILED: 'Check-in perdido',
  WELLHUB_CHECKIN_AT_RISK: 'Check-in en riesgo',
  WELLHUB_BOOKING_REQUESTED: 'Reserva pedida',
  WELLHUB_BOOKING_CANCELED: 'Reserva cancelada',
  WELLHUB_BOOKING_LATE_CANCELED: 'Reserva cancelada tarde',
  WELLHUB_USER_CANCELED: 'Plan de Wellhub cancelado',
  WELLHUB_USER_CHANGED: 'Plan de Wellhub cambiado',
  ALERT_OPENED: 'Alerta abierta',
  ALERT_CLOSED: 'Alerta cerrada',
  TEST: 'Prueba',
};

const de: EventNames = {
  CUSTOMER_CHECKIN: 'Jemand ist eingetreten',
  CUSTOMER_CHECKOUT: 'Jemand ist gegangen',
  AUTOMATIC_CUSTOMER_CHECKOUT: 'Besuche durch Zeit beendet',
  CUSTOMER_CREATED: 'Mitglied angemeldet',
  CUSTOMER_UPDATED: 'Mitglied geändert',
  CUSTOMER_DELETED: 'Mitglied gelöscht',
  CUSTOMER_ACCESS_DISABLED: 'Mitglied gesperrt',
  AGGREGATOR_MEMBER_CREATED: 'Neues Mitglied eines Aggregators',
  DEVICE_CREATED: 'Tür angelegt',
  WELLHUB_CHECKIN_RECEIVED: 'Check-in empfangen',
  WELLHUB_CHECKIN_VALIDATED: 'Check-in bezahlt',
  WELLHUB_CHECKIN_FAILED: 'Check-in verloren',
  WELLHUB_CHECKIN_AT_RISK: 'Check-in in Gefahr',
  WELLHUB_BOOKING_REQUESTED: 'Buchung angefragt',
  WELLHUB_BOOKING_CANCELED: 'Buchung storniert',
  WELLHUB_BOOKING_LATE_CANCELED: 'Buchung spät storniert',
  WELLHUB_USER_CANCELED: 'Wellhub-Tarif gekündigt',
  WELLHUB_USER_CHANGED: 'Wellhub-Tarif geändert',
  ALERT_OPENED: 'Warnung geöffnet',
  ALERT_CLOSED: 'Warnung geschlossen',
  TEST: 'Test',
};

const EVENT_NAMES: InLanguages<EventNames> = { pt, en, es, de };

export const EVENT_TYPES_SHOWN = Object.keys(pt) as (keyof EventNames)[];

export const isEventType = (text: string): boolean => Object.hasOwn(pt, text);

/** One that this version does not know is shown as it is. */
export function eventName(page: ConsolePage, type: string): string {
  const names: Readonly<Record<string, string>> = page.textsOf(EVENT_NAMES);
  return names[type] ?? type;
}
