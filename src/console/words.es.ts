import type { DeskWords } from './words.js';

export const es: DeskWords = {
  lang: 'es',
  logIn: {
    title: 'Recepción',
    lead: 'Entra con una clave de tu gimnasio. Vale 12 horas en este dispositivo.',
    key: 'Clave de API',
    keyHint: 'Empieza por ghk_. La tiene quien configuró Gatehouse para tu gimnasio.',
    name: 'Tu nombre',
    nameHint: 'Aparece junto a todo lo que hagas aquí.',
    button: 'Entrar',
    problems: {
      keyMissing: 'Escribe la clave.',
      keyUnknown: 'Esta clave es desconocida, ha terminado o tiene un error. Cópiala otra vez.',
      keyForWellhub: 'Esta clave se hizo para Wellhub. Pide una para la recepción.',
      keyOfOperator:
        'Esta es la clave del operador; no es de ningún gimnasio. Pide una clave de tu gimnasio.',
      keyTooWeak: 'Esta clave no puede validar check-ins. Pide una con CHECKIN_WRITE.',
      nameMissing: 'Escribe tu nombre.',
    },
  },
  gyms: {
    title: '¿Qué gimnasio?',
    lead: 'Tu clave vale para varios gimnasios.',
    none: 'Todavía no hay ningún gimnasio.',
  },
  head: {
    title: 'Check-ins de hoy',
    logOut: 'Salir',
    otherGym: 'Otro gimnasio',
    back: 'Volver a los check-ins',
    skip: 'Ir directamente a los check-ins',
  },
  list: {
    search: 'Buscar',
    searchHint: 'Parte de un nombre, un correo o un ID',
    searchButton: 'Buscar',
    searchEnd: 'Mostrar todos',
    waiting: 'Esperando',
    nobodyWaiting: 'No espera nadie.',
    nobodyWaitingHint: 'El check-in aparece aquí en cuanto alguien lo hace en la app de Wellhub.',
    done: 'Hechos hoy',
    nothingDone: 'Nada todavía.',
    notFound: 'No se encontró a nadie. Prueba con menos: bastan unas letras del nombre.',
    reload: 'Buscar nuevos check-ins',
  },
  row: {
    validate: 'Validar',
    again: 'Volver a preguntar a Wellhub',
    link: 'Vincular con un cliente',
    noName: 'Nombre desconocido',
    wellhubId: 'ID de Wellhub',
    arrived: (time) => `Check-in a las ${time}`,
    validated: (time) => `Validado a las ${time}`,
    minutesLeft: (minutes) => (minutes === 1 ? 'queda 1 minuto' : `quedan ${minutes} minutos`),
    late: 'El tiempo se acabó, pero aún se puede validar',
    booked: 'Clase reservada',
  },
  outcome: {
    waiting: {
      title: 'Esperando',
      text: 'Pulsa Validar cuando tengas a la persona delante.',
    },
    validated: { title: 'Validado', text: 'Wellhub ha dicho que sí. Deja pasar a la persona.' },
    welcomeBack: {
      title: 'Hola de nuevo',
      text: 'Ya se validó aquí hoy. Deja pasar a la persona; no se vuelve a preguntar a Wellhub.',
    },
    alreadyValidated: {
      title: 'Ya estaba validado',
      text: 'Wellhub ya había validado este check-in. Deja pasar a la persona.',
    },
    expired: {
      title: 'Caducado',
      text: 'Wellhub dice que el check-in es demasiado antiguo. Pide a la persona que haga otro en la app de Wellhub.',
    },
    notValidatedInTime: {
      title: 'No validado a tiempo',
      text: 'Nadie lo validó antes de que acabara el plazo. Vuelve a preguntar a Wellhub o pide a la persona otro check-in.',
    },
    canceled: {
      title: 'Cancelado',
      text: 'La persona canceló este check-in. Pídele que haga otro en la app de Wellhub.',
    },
    notFound: {
      title: 'No hay check-in',
      text: 'Wellhub no conoce ningún check-in de esta persona en tu gimnasio hoy. Pídele que haga uno aquí en la app de Wellhub y vuelve a preguntar.',
    },
    rejected: {
      title: 'Rechazado',
      text: 'Wellhub no acepta este check-in. Pide a la persona que mire la app de Wellhub; quizá su plan no incluya tu gimnasio.',
    },
    credentialsRefused: {
      title: 'Wellhub no acepta nuestras credenciales',
      text: 'No es culpa de la persona: hay que arreglar la conexión del gimnasio con Wellhub. Avisa ya a tu responsable. Lo intentamos cada minuto.',
    },
    unreachable: {
      title: 'Wellhub aún no ha respondido',
      text: 'Seguimos preguntando y la respuesta aparecerá aquí. Dejar pasar a la persona mientras tanto lo decide tu gimnasio.',
    },
  },
  badge: {
    waiting: 'Esperando',
    validated: 'Validado',
    welcomeBack: 'Validado',
    alreadyValidated: 'Ya validado',
    expired: 'Caducado',
    notValidatedInTime: 'Fuera de plazo',
    canceled: 'Cancelado',
    notFound: 'No encontrado',
    rejected: 'Rechazado',
    credentialsRefused: 'Conexión rechazada',
    unreachable: 'Aún sin respuesta',
  },
  typed: {
    title: 'Escribir un ID de Wellhub',
    label: 'ID de Wellhub',
    hint: 'Los 13 dígitos de la app de Wellhub de la persona. Los espacios dan igual.',
    button: 'Validar este ID',
    problems: {
      empty: 'Escribe los 13 dígitos de la app de Wellhub.',
      gpw: 'Los ID que empiezan por gpw- son para ordenadores. Usa los 13 dígitos de la app de Wellhub.',
      letters: 'Un ID de Wellhub solo tiene dígitos. ¿Hay una letra, como O en vez de 0?',
      length: (digits) =>
        `Un ID de Wellhub tiene 13 dígitos. Aquí hay ${digits}. Todavía no se ha preguntado a nadie.`,
    },
  },
  claims: {
    title: 'ID de Wellhub por comprobar',
    lead: 'Estos miembros escribieron su ID. Compáralo con su app de Wellhub antes de aceptarlo.',
    accept: 'Aceptar',
    reject: 'Rechazar',
    accepted: { title: 'Aceptado', text: 'El ID es ahora de este miembro.' },
    rejected: {
      title: 'Rechazado',
      text: 'No se ha cambiado nada. El miembro puede escribir otro ID.',
    },
    problems: {
      decided: { title: 'Ya decidido', text: 'Otra persona acaba de decidirlo.' },
      otherId: {
        title: 'Este miembro tiene otro ID de Wellhub',
        text: 'Rechaza este o pide antes que cambien el cliente.',
      },
      taken: {
        title: 'Este ID es de otra persona',
        text: 'Lo usa otro cliente del gimnasio. Compáralo otra vez con la app de Wellhub.',
      },
    },
  },
  link: {
    title: (name) => `¿Quién es ${name}?`,
    lead: 'Esta persona vino con Wellhub y es nueva aquí. Si ya es cliente, búscala: los dos pasan a ser uno.',
    search: 'Buscar al cliente',
    searchHint: 'Primeras letras del nombre o correo, o el número de cliente',
    button: 'Buscar',
    nobody: 'No se encontró a nadie. Prueba solo con las primeras letras.',
    choose: 'Elegir',
    hasOtherId: 'tiene otro ID de Wellhub',
    disabled: 'está desactivado',
    number: 'N.º',
    confirmTitle: '¿Unirlos en un solo cliente?',
    confirmLead: (from, into) => `${from} pasa a ser parte de ${into}.`,
    confirmWarning:
      'Los check-ins y las visitas se trasladan, y el ID de Wellhub también. No se puede deshacer.',
    confirm: 'Sí, es la misma persona',
    cancel: 'No, volver',
    done: { title: 'Vinculado', text: 'Ahora los dos son un solo cliente.' },
    problems: {
      differentIds: {
        title: 'No vinculado',
        text: 'Los dos tienen suscripciones distintas de Wellhub; para Wellhub no son la misma persona.',
      },
      otherGym: {
        title: 'No vinculado',
        text: 'Este cliente es de otro gimnasio. Pide que lo vinculen allí o en la central.',
      },
      bothHaveAccounts: {
        title: 'No vinculado',
        text: 'Los dos tienen una cuenta con acceso. Antes hay que quitar una.',
      },
      gone: { title: 'No vinculado', text: 'Uno de los dos ya no existe. Mira otra vez.' },
    },
  },
  live: {
    asking: 'Preguntando a Wellhub…',
    arrived: 'Nuevo check-in: {name}',
    offline: 'Sin conexión. La lista es de las {time}; sigue sola.',
    loggedOut: 'Se ha cerrado tu sesión.',
    failed: 'No ha funcionado. Inténtalo otra vez.',
    logIn: 'Entrar otra vez',
  },
};
