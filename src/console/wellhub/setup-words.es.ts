import type { SetupWords } from './setup-words.js';

export const es: SetupWords = {
  title: 'Webhooks en Wellhub',
  lead: 'Preguntamos ahora a Wellhub adónde envía los avisos de cada gimnasio.',
  link: 'Revisar los webhooks en Wellhub',
  event: 'Aviso',
  events: {
    checkin: 'Check-in',
    'checkin-booking-occurred': 'Check-in con reserva',
    'booking-requested': 'Solicitud de reserva',
    'booking-canceled': 'Reserva cancelada',
    'booking-late-canceled': 'Reserva cancelada tarde',
  },
  state: 'Estado',
  states: { REGISTERED: 'Correcto', MISSING: 'Falta', WRONG_URL: 'Va a otra dirección' },
  atWellhub: 'Dirección en Wellhub',
  gymProblems: {
    NOT_AT_WELLHUB: 'Wellhub no conoce este gimnasio. Revisa su ID.',
    CREDENTIALS_REFUSED: 'Wellhub rechazó el token. Revisa el acceso.',
    REFUSED: 'Wellhub rechazó la consulta.',
    UNREACHABLE: 'Wellhub no respondió. Inténtalo de nuevo en unos minutos.',
    UNREADABLE: 'Wellhub respondió algo que no entendemos.',
  },
  problems: {
    'wellhub-setup.production-only': 'Esto solo existe en el entorno de producción de Wellhub.',
    'wellhub-setup.credentials-refused': 'Wellhub rechazó el token. Revisa el acceso.',
    'wellhub-setup.unreachable': 'Wellhub no respondió. Inténtalo de nuevo en unos minutos.',
    'wellhub-setup.secret-missing':
      'Falta el secreto de los webhooks. Guárdalo antes en el acceso a Wellhub.',
    'wellhub-connection.not-found': 'El acceso a Wellhub aún no está configurado.',
  },
  withoutId: (names) => `Sin ID en Wellhub: ${names}.`,
  allRight: 'Todo está bien: no hay nada que corregir.',
  fix: 'Corregir en Wellhub',
  consequence:
    'Wellhub puede quitar el gimnasio de su app unos minutos mientras cambia los webhooks. Hazlo fuera de las horas punta.',
  submit: 'Corregir ahora',
  fixed: 'Enviado a Wellhub. Abajo está lo que tiene ahora.',
  noGyms: 'Ningún gimnasio tiene ID de Wellhub',
};
