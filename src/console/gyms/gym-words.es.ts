import type { GymWords } from './gym-words.js';

export const es: GymWords = {
  add: 'Añadir un gimnasio',
  added: 'Gimnasio añadido.',
  none: 'Aún no hay gimnasios.',
  noneHint: 'Añade el primero para recibir check-ins y abrir puertas.',
  columns: {
    name: 'Gimnasio',
    timeZone: 'Zona horaria',
    validation: 'Validación',
    wellhub: 'ID en Wellhub',
  },
  parts: {
    general: 'General',
    wellhub: 'Check-ins de Wellhub',
    doors: 'Puertas y visitas',
    secrets: 'Claves propias',
    remove: 'Quitar el gimnasio',
  },
  name: 'Nombre',
  timeZone: 'Zona horaria',
  language: 'Idioma',
  languageHint:
    'De los mensajes en las puertas, y de los correos a quien no tiene idioma conocido.',
  wellhubGymId: 'ID del gimnasio en Wellhub',
  wellhubGymIdHint: 'Solo números. Wellhub lo muestra en el portal de socios.',
  wellhubGymIdTaken: 'Otro gimnasio ya tiene este ID de Wellhub. Revisa el número.',
  noWellhubId: 'Falta',
  linkByEmail: 'Reconocer a los socios por su correo',
  linkByEmailHint:
    'Un check-in con el correo confirmado de un solo socio se une a él sin preguntar.',
  validation: 'Cuándo se valida y se paga el check-in',
  validations: {
    AUTOMATIC: {
      label: 'Justo después del check-in en la app',
      hint: 'Cuenta en cuanto Wellhub avisa, aunque la persona no llegue a la puerta. Quien está sin conexión no puede hacer el check-in y no entra hasta recuperarla.',
    },
    GATE: {
      label: 'En la puerta',
      hint: 'Cuenta cuando la persona pasa el torno. Quien pierde la conexión después del check-in entra con normalidad; quien no viene no se valida, y el check-in se pierde al acabar el plazo.',
    },
    ATTENDANCE: {
      label: 'En recepción',
      hint: 'Cuenta cuando recepción pulsa “Validar”. Si nadie lo hace dentro del plazo, la visita no se paga.',
    },
  },
  window: 'Plazo para validar, en minutos',
  windowHint: 'Si Wellhub no indica otro. De 1 a 1.440; lo habitual es 20.',
  wellhubDown: 'Si Wellhub no responde en la puerta',
  wellhubDowns: {
    DENY: {
      label: 'No abrir',
      hint: 'La persona espera o pregunta en recepción. Ninguna visita queda sin pagar.',
    },
    ADMIT_AND_VALIDATE_LATER: {
      label: 'Abrir y validar después',
      hint: 'Quien tiene un check-in entra. Si Wellhub lo rechaza más tarde, la visita no se paga y recibes un aviso.',
    },
  },
  storageDown: 'Si nuestro sistema está caído',
  storageDowns: {
    DENY: { label: 'No abrir', hint: 'Las puertas vuelven a abrir cuando vuelve el sistema.' },
    ADMIT_KNOWN: {
      label: 'Abrir a quien ya conocemos',
      hint: 'Los socios con tarjeta y plan vigente entran; después todo se registra. Quien solo usa un código no entra.',
    },
  },
  booking: 'Si nadie responde a una petición de clase',
  bookings: {
    REJECTED: {
      label: 'Rechazarla',
      hint: 'Se avisa al socio de que no hay plaza, poco antes de que acaben los 15 minutos.',
    },
    RESERVED: {
      label: 'Confirmarla',
      hint: 'El socio recibe la plaza, aunque la clase esté llena.',
    },
  },
  codes: 'Códigos de entrada en el móvil',
  codesHint: 'Los socios abren la puerta con un código QR. Sin ellos, solo abren las tarjetas.',
  codeLife: 'Vida de un código, en segundos',
  codeLifeHint: 'De 15 a 300; lo habitual es 60.',
  singleUse: 'Cada código abre una sola vez',
  singleUseHint: 'Si no, el mismo código vuelve a abrir hasta que caduca.',
  visitEnds: 'Cerrar visitas después de, en minutos',
  visitEndsHint: 'Para quien sale sin pasar el torno. De 1 a 1.440; lo habitual es 240.',
  visitCount: 'Cuándo cuenta la visita',
  visitCounts: {
    GRANT: {
      label: 'Al momento, cuando se abre la puerta',
      hint: 'También si nadie pasó después.',
    },
    TURN: {
      label: 'Cuando el brazo ha girado',
      hint: 'Solo torniquetes que avisan del giro; en los demás, al momento. Quien desiste no hace visita.',
    },
  },
  secretsLead:
    'Solo si Wellhub dio a este gimnasio claves distintas de las de la red. Si no, déjalas vacías.',
  token: 'Token de acceso de este gimnasio',
  secret: 'Secreto de los webhooks de este gimnasio',
  secretHint: 'De 16 a 100 caracteres.',
  weak: 'Aceptar un secreto de menos de 16 caracteres',
  weakSecret: 'El secreto necesita de 16 a 100 caracteres.',
  usePartners: 'Volver a usar las claves de la red',
  usePartnersText: 'Las claves propias de este gimnasio se borran.',
  remove: 'Quitar este gimnasio…',
  removeText:
    'Sus puertas dejan de abrir y desaparece de las listas. Las visitas y los check-ins que hubo se conservan.',
  removeButton: 'Quitar el gimnasio',
};
