import { kiosk } from './kiosk-words.es.js';
import type { Words } from './words.js';

export const es: Words = {
  lang: 'es',
  form: {
    email: 'Correo electrónico',
    password: 'Contraseña',
    firstName: 'Nombre',
    lastName: 'Apellidos',
    passwordHint: (minimum) => `Al menos ${minimum} caracteres. Mejor si es larga y poco común.`,
    terms: 'Condiciones',
    privacy: 'Privacidad',
    somethingToFix: 'Revisa, por favor:',
    help: '¿Preguntas? Escribe a',
    problems: {
      emailMissing: 'Escribe tu correo.',
      emailInvalid: 'Esto no parece un correo. Ejemplo: ana@example.com',
      passwordMissing: 'Escribe una contraseña.',
      passwordShort: 'Esta contraseña es demasiado corta.',
      passwordLong: 'Esta contraseña es demasiado larga: 128 caracteres como máximo.',
      passwordCommon: 'Mucha gente usa esta contraseña. Elige otra.',
      passwordIsEmail: 'La contraseña no puede ser tu correo. Elige otra.',
      termsMissing: 'Acepta las condiciones para continuar.',
      privacyMissing: 'Confirma que has leído el aviso de privacidad.',
      passwordSimple:
        'Las repeticiones y las filas de teclas son fáciles de adivinar. Elige otra contraseña.',
      passwordPersonal:
        'Tu nombre, tu correo y el nombre del gimnasio son fáciles de adivinar. Elige otra contraseña.',
      nameInvalid: 'Escribe 100 caracteres como máximo, sin signos especiales.',
    },
  },
  join: {
    title: (partner) => `Crea tu cuenta en ${partner}`,
    lead: 'Una cuenta, y tu Wellhub abre la puerta.',
    button: 'Crear cuenta',
    haveAccount: '¿Ya tienes una cuenta?',
    toLogIn: 'Iniciar sesión',
  },
  logIn: {
    title: 'Iniciar sesión',
    lead: (partner) => `Qué bueno verte de nuevo en ${partner}.`,
    leadWithLink: 'Inicia sesión para vincular tu Wellhub.',
    button: 'Iniciar sesión',
    refused:
      'El correo o la contraseña no son correctos. Inténtalo de nuevo o pide un enlace por correo.',
    toPassword: '¿Olvidaste tu contraseña?',
    newHere: '¿Es tu primera vez?',
    toJoin: 'Crear una cuenta',
  },
  link: {
    title: 'Vincular tu Wellhub',
    question: (email) => `¿Vincular el Wellhub de ${email} a esta cuenta?`,
    questionWithoutEmail: '¿Vincular este Wellhub a esta cuenta?',
    yes: 'Sí, vincular',
    no: 'No',
    notYou: '¿No es tu cuenta? Cerrar sesión',
  },
  mail: {
    title: '¿Olvidaste tu contraseña?',
    lead: 'Escribe tu correo. Te enviamos un enlace para elegir una contraseña.',
    button: 'Enviar el enlace',
    sentTitle: 'Mira tu correo',
    sent: (email) => `Hemos enviado un mensaje a ${email}.`,
    sentAdvice: (minutes) => `Abre el enlace del mensaje en ${minutes} minutos para terminar.`,
    sentMissing: '¿No ha llegado? Mira en la carpeta de spam o vuelve y revisa la dirección.',
  },
  confirm: {
    passwordTitle: 'Elige una contraseña',
    passwordLead: (email) => `Para la cuenta de ${email}.`,
    passwordButton: 'Guardar y continuar',
    linkTitle: 'Un último paso',
    linkLead: (email) => `Confirma que ${email} es tu correo.`,
    linkButton: 'Confirmar',
  },
  agreements: {
    title: 'Lee y acepta',
    lead: (partner) => `${partner} tiene un texto nuevo. Léelo y acéptalo, por favor.`,
    button: 'Aceptar y continuar',
    later: 'Ahora no',
    terms: { sentence: 'Acepto las {link}.', link: 'condiciones de uso' },
    privacy: { sentence: 'He leído el {link}.', link: 'aviso de privacidad' },
  },
  code: {
    title: 'Tu código de entrada',
    lead: 'Acércalo al lector de la puerta.',
    picture: 'Código QR para el lector de la puerta',
    fresh: 'Código nuevo ya',
    logOut: 'Cerrar sesión',
    logIn: 'Iniciar sesión',
    needsScript:
      'Tu código cambia cada minuto, por eso esta página necesita JavaScript. Actívalo, por favor.',
    screen: {
      loading: 'Buscando tu código…',
      ready: 'Tu código está listo.',
      renewed: 'Aquí tienes un código nuevo.',
      next: 'Código nuevo en {seconds} s',
      renewing: 'Buscando un código nuevo…',
      ended: 'Este código ha terminado.',
      offline: 'No tienes conexión. En cuanto vuelva, llega un código nuevo.',
      unavailable: 'Ahora no podemos obtener un código. Seguimos intentándolo.',
      disabled: 'Los códigos de entrada están desactivados aquí. Pregunta en recepción.',
      tooMany: 'Han sido muchos códigos en poco tiempo. El próximo llega en {seconds} s.',
      gone: 'Esta cuenta no puede abrir la puerta en este momento. Pregunta en recepción.',
      loggedOut: 'Se ha cerrado la sesión. Iníciala de nuevo para ver tu código.',
      openedIn: 'La puerta se ha abierto. ¡Te damos la bienvenida!',
      openedOut: 'La puerta se ha abierto. ¡Hasta pronto!',
      CHECK_IN_FIRST:
        'Primero haz el check-in en la app de Wellhub. Después este código abre la puerta.',
      RESTRICTED: 'Tu acceso está restringido en este momento. Pregunta en recepción.',
      NO_CONTRACT: 'No tienes un contrato vigente aquí. Pregunta en recepción.',
    },
    rules: {
      ACCESS_OUTSIDE_HOURS: 'Tu plan no incluye este horario.',
      ACCESS_CLOSED_TODAY: 'El centro está cerrado ahora.',
      ACCESS_FULL: 'El centro está lleno; espera un momento.',
      ACCESS_PLAN_NOT_INCLUDED: 'Tu plan no vale aquí.',
      opens: (moment) => `Abierto para ti desde ${moment}.`,
      inside: (now, most) => `Ahora ${now} de ${most} dentro.`,
    },
  },
  wellhubId: {
    title: 'Añade tu ID de Wellhub',
    lead: 'Con él, tus check-ins abren la puerta. En recepción lo comparan una vez con tu app de Wellhub.',
    label: 'ID de Wellhub',
    hint: '13 dígitos. Los encuentras en tu perfil de la app de Wellhub.',
    button: 'Enviar a recepción',
    back: 'Volver a tu código',
    waiting: (id) =>
      `Nos diste el ID de Wellhub ${id}. Muestra la app de Wellhub en recepción: lo comprueban una vez.`,
    change: 'Corregirlo',
    problems: {
      empty: 'Escribe tu ID de Wellhub.',
      gpw: 'Este es otro ID. El correcto tiene 13 dígitos y ninguna letra.',
      letters: 'Un ID de Wellhub solo tiene dígitos.',
      length: (digits) => `Un ID de Wellhub tiene 13 dígitos. Aquí hay ${digits}.`,
    },
  },
  kiosk,
  errors: {
    linkInvalid: {
      title: 'Este enlace no funciona',
      text: (partner) =>
        `Puede que se haya cortado por el camino. Abre la app de Wellhub, elige ${partner} otra vez y sigue el enlace desde allí.`,
    },
    linkUsed: {
      title: 'Este enlace ya se usó',
      text: (partner) =>
        `Tu Wellhub ya está vinculado en ${partner}. Inicia sesión para ver tu código de entrada.`,
    },
    linkExpired: {
      title: 'Este enlace es demasiado antiguo',
      text: (partner) =>
        `Por tu seguridad solo vale un rato. Abre la app de Wellhub, elige ${partner} otra vez y sigue el enlace nuevo.`,
    },
    tooManyAddresses: {
      title: 'Demasiadas direcciones',
      text: (partner) =>
        `Este enlace se ha probado con demasiados correos. Abre la app de Wellhub, elige ${partner} otra vez y empieza con el enlace nuevo.`,
    },
    paysDirectly: {
      title: 'Tienes un contrato aquí',
      text: (partner) =>
        `Ahora pagas directamente a ${partner}, por eso tu Wellhub no se ha vinculado. Tu entrada funciona como antes. Cuando termine el contrato, vuelve con un enlace de la app de Wellhub.`,
    },
    otherAccount: {
      title: 'Vinculado a otra cuenta',
      text: (partner) =>
        `Este Wellhub pertenece a otra cuenta en ${partner}. Inicia sesión con esa cuenta o pregunta en recepción. No se ha cambiado nada.`,
    },
    otherMembership: {
      title: 'Ya hay otro Wellhub vinculado',
      text: (partner) =>
        `Tu cuenta en ${partner} ya tiene otro Wellhub. Si no es correcto, pregunta en recepción. No se ha cambiado nada.`,
    },
    disabled: {
      title: 'Esta cuenta está desactivada',
      text: (partner) =>
        `Tu cuenta en ${partner} está desactivada, por eso no se le puede vincular nada. Pregunta en recepción.`,
    },
    emailLinkInvalid: {
      title: 'Este enlace ya no funciona',
      text: () =>
        'Un enlace de nuestro correo vale una vez y por poco tiempo. Pide uno nuevo en la página de inicio de sesión.',
    },
  },
};
