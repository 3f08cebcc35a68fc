import type { KioskWords } from './kiosk-words.js';

export const kiosk: KioskWords = {
  title: 'Puerta',
  needsScript:
    'Esta página consulta a la puerta con cada código y por eso necesita JavaScript. Actívalo, por favor.',
  setUp: {
    lead: 'Esta pantalla hace de torno: lee un código y dice si la puerta se abre.',
    label: 'Token del dispositivo',
    hint: 'El personal lo obtiene en la administración, en el dispositivo de esta puerta. Se queda en este navegador.',
    pin: 'PIN de esta pantalla (opcional)',
    pinHint:
      'De 4 a 12 dígitos. Se pide antes de cambiar el token; sin PIN, solo el propio token permite cambiarlo.',
    button: 'Empezar',
    demo: 'El token de la puerta de prueba ya está puesto.',
    problems: {
      malformed: 'Introduce el token del dispositivo.',
      pin: 'El PIN tiene de 4 a 12 dígitos.',
      refused: 'Este token no se conoce o el dispositivo está apagado.',
      replaced: 'El token de esta puerta se ha cambiado. Introduce el nuevo.',
      offline: 'No hay conexión con el servicio. Inténtalo de nuevo.',
    },
  },
  reader: 'Código del lector',
  tools: {
    cameraOn: 'Usar la cámara',
    cameraOff: 'Apagar la cámara',
    cameraRefused: 'La cámara no se puede usar aquí.',
    soundOn: 'Activar el sonido',
    soundOff: 'Quitar el sonido',
    otherToken: 'Otro token',
    hold: 'Mantén pulsado 2 segundos',
  },
  unlock: {
    title: '¿Cambiar el token?',
    label: 'PIN del personal',
    hint: 'Solo para el personal. También vale el token de esta puerta.',
    button: 'Cambiar el token',
    cancel: 'Volver',
    problems: {
      wrong: 'No es el PIN ni el token.',
      locked: 'Demasiados intentos. Espera un minuto.',
    },
  },
  waiting: { title: 'Muestra tu código aquí', text: 'Abre tu código de entrada en el móvil.' },
  asking: { title: 'Un momento…', text: 'Comprobando tu acceso.' },
  opened: {
    IN: { title: '¡Te damos la bienvenida!', text: 'La puerta está abierta.' },
    OUT: { title: '¡Hasta pronto!', text: 'La puerta está abierta.' },
  },
  refused: {
    ACCESS_CODE_UNKNOWN: {
      title: 'Código desconocido',
      text: 'Abre otra vez tu código de entrada y muestra el nuevo.',
    },
    ACCESS_CODE_WRONG_STUDIO: {
      title: 'Código de otro centro',
      text: 'Este código no abre puertas aquí.',
    },
    ACCESS_CODE_ALREADY_USED: {
      title: 'Código ya usado',
      text: 'Muestra un código nuevo en el móvil.',
    },
    ACCESS_CODE_EXPIRED: { title: 'Código caducado', text: 'Muestra un código nuevo en el móvil.' },
    CUSTOMER_ACCESS_RESTRICTED: {
      title: 'Acceso restringido',
      text: 'Pregunta en recepción, por favor.',
    },
    ACCESS_CLOSED_TODAY: {
      title: 'Cerrado ahora',
      text: 'El centro está cerrado en este momento.',
    },
    ACCESS_AGE: {
      title: 'Pregunta en recepción',
      text: 'La entrada depende de tu edad. Pregunta en recepción, por favor.',
    },
    ACCESS_ANTI_PASSBACK: {
      title: 'Ya estás dentro',
      text: 'Sal primero por la salida, o pregunta en recepción.',
    },
    ACCESS_OUTSIDE_HOURS: { title: 'Fuera de horario', text: 'Tu plan no incluye este horario.' },
    ACCESS_DOOR_NOT_INCLUDED: { title: 'Esta puerta no', text: 'Tu plan no incluye esta puerta.' },
    ACCESS_PLAN_NOT_INCLUDED: {
      title: 'No vale aquí',
      text: 'Tu plan no vale aquí. Pregunta en recepción, por favor.',
    },
    ACCESS_FULL: {
      title: 'El centro está lleno',
      text: 'Espera un momento y muestra tu código otra vez.',
    },
    CONTRACT_REQUIRED: { title: 'Sin contrato vigente', text: 'Pregunta en recepción, por favor.' },
    WELLHUB_CHECKIN_REQUIRED: {
      title: 'Primero haz el check-in',
      text: 'Haz el check-in en la app de Wellhub y muestra otra vez tu código.',
    },
    WELLHUB_CHECKIN_EXPIRED: {
      title: 'El check-in ha caducado',
      text: 'Haz otro check-in en la app de Wellhub y muestra tu código.',
    },
    WELLHUB_CHECKIN_CANCELED: {
      title: 'El check-in se ha cancelado',
      text: 'Haz otro check-in en la app de Wellhub y muestra tu código.',
    },
    WELLHUB_CHECKIN_NOT_FOUND: {
      title: 'Check-in no encontrado',
      text: 'Wellhub no conoce este check-in. Pregunta en recepción.',
    },
    WELLHUB_CHECKIN_REJECTED: {
      title: 'Check-in rechazado',
      text: 'Wellhub ha rechazado este check-in. Pregunta en recepción.',
    },
    WELLHUB_UNAVAILABLE: {
      title: 'Wellhub no responde',
      text: 'Inténtalo de nuevo en un momento o pregunta en recepción.',
    },
    DEVICE_RATE_LIMITED: {
      title: 'Demasiados intentos',
      text: 'Espera un minuto o pregunta en recepción.',
    },
    VALIDATION_FAILED: {
      title: 'Eso no es un código',
      text: 'Abre tu código de entrada en el móvil y muéstralo aquí.',
    },
    BUSY: { title: 'Demasiada gente ahora', text: 'Inténtalo de nuevo en un momento.' },
    OFFLINE: { title: 'Sin conexión', text: 'No se puede consultar a la puerta. Ve a recepción.' },
    OTHER: { title: 'No ha funcionado', text: 'Pregunta en recepción, por favor.' },
  },
};
