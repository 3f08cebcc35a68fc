import type { GoLiveWords } from './go-live-words.js';

export const es: GoLiveWords = {
  lead: 'Lo que falta antes de que llegue el primer socio. La lista mira por sí misma: lo que funciona está hecho.',
  progress: (done, all) => `${done} de ${all} hechos`,
  ready: 'Todo está hecho: puedes abrir.',
  states: { DONE: 'Hecho', MISSING: 'Por hacer', UNKNOWN: 'Aún no se sabe' },
  items: {
    SECRETS: {
      title: 'Acceso a Wellhub',
      text: 'Cada gimnasio necesita su número en Wellhub, el token y el secreto de los webhooks. Wellhub te da los tres.',
      fix: 'Introducirlos',
    },
    CONNECTION: {
      title: 'Conexión probada',
      text: 'La prueba pregunta a Wellhub si conoce el gimnasio. No cambia nada.',
      fix: 'Probar la conexión',
    },
    URLS: {
      title: 'Direcciones entregadas',
      text: 'Wellhub debe conocer tus direcciones. Cópialas y envíalas a tu contacto. Estará hecho cuando llegue el primer check-in.',
      fix: 'Ver y copiar las direcciones',
    },
    WEBHOOKS: {
      title: 'Webhooks en Wellhub',
      text: 'Para que Wellhub avise de cada check-in. Estará hecho cuando llegue el primero.',
      fix: 'Ver la conexión',
    },
    FIRST_CHECK_IN: {
      title: 'Primer check-in visto',
      text: 'Haz un check-in con la aplicación de Wellhub en cada gimnasio: aparecerá aquí.',
      fix: '',
    },
    DOORS: {
      title: 'Puertas',
      text: 'Un gimnasio necesita un torno, un lector o una tableta en marcha.',
      fix: 'Configurar una puerta',
    },
    MAIL: {
      title: 'Correo',
      text: 'Las invitaciones y las contraseñas nuevas van por correo. Quien lleva la instalación configura el servidor; después, envíate un correo.',
      fix: '',
    },
    SECOND_FACTOR: {
      title: 'Verificación en dos pasos del equipo',
      text: 'Una llave de acceso o una aplicación además de la contraseña: así no basta con robarla.',
      fix: 'Activar la tuya',
    },
    BACKUPS: {
      title: 'Copias de seguridad',
      text: 'Desde aquí no se ve si hay copias de tus datos. Confírmalo cuando se hagan y una se haya restaurado como prueba.',
      fix: '',
    },
  },
  results: {
    wellhubGymId: 'falta su número en Wellhub',
    accessToken: 'falta el token',
    webhookSecret: 'falta el secreto de los webhooks',
    CREDENTIALS_REFUSED: 'Wellhub rechaza el token',
    GYM_NOT_ALLOWED: 'el token no vale para este gimnasio',
    UNREACHABLE: 'Wellhub no respondió',
  },
  told: (by, when) => `${by}, ${when}`,
  people: (missing) =>
    missing === 1 ? 'Una persona no la tiene.' : `${missing} personas no la tienen.`,
  sendMail: 'Enviarme un correo de prueba',
  mailSent: 'El servidor aceptó el correo: mira tu buzón.',
  mailRefused: 'El servidor no aceptó el correo. Revisa su dirección y su contraseña.',
  confirmBackups: 'Sí, se hacen copias',
  takeBack: 'Esto ya no es así',
};
