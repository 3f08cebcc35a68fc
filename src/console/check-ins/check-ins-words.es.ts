import type { CheckInsWords } from './check-ins-words.js';

export const es: CheckInsWords = {
  lead: 'Cada check-in de Wellhub en un día: lo pagado, lo que espera y lo perdido.',
  related: { missing: 'Mensajes que pueden faltar', usage: 'Uso comunicado' },
  day: 'Día',
  result: 'Mostrar',
  filters: { PAID: 'Pagados', WAITING: 'En espera', AT_RISK: 'En riesgo', LOST: 'Perdidos' },
  results: {
    PAID: 'Pagado',
    WAITING: 'En espera',
    OVERDUE: 'Wellhub no responde',
    LOST: 'Perdido',
  },
  losses: {
    NEVER_REQUESTED: {
      why: 'La persona hizo el check-in en la aplicación, pero no pasó por la puerta y nadie pulsó «Validar» a tiempo.',
      todo: 'Si vino, valida ahora: Wellhub decide si aún paga. Para no volver a perderlo, haz que todos pasen por la puerta o activa la validación automática en los ajustes del gimnasio.',
    },
    CREDENTIALS_REFUSED: {
      why: 'Preguntamos a Wellhub, pero rechazó el token o el gimnasio, y el plazo terminó.',
      todo: 'Prueba la conexión con Wellhub en los ajustes del gimnasio y corrige el token. Después valida de nuevo.',
    },
    NO_ANSWER_FROM_WELLHUB: {
      why: 'Preguntamos varias veces hasta el final del día y Wellhub no dio respuesta.',
      todo: 'Valida de nuevo. Si sigue igual, indica al soporte de Wellhub la hora y el gimnasio: la visita ocurrió y se puede reclamar.',
    },
    TOO_LATE_FOR_WELLHUB: {
      why: 'Cuando preguntamos, Wellhub ya había cerrado este check-in.',
      todo: 'La persona debe hacer un nuevo check-in en la aplicación. Confirma las visitas al llegar.',
    },
    CANCELED_BY_MEMBER: {
      why: 'La persona canceló el check-in en la aplicación antes de la confirmación.',
      todo: 'Nada que hacer si no entró. Si entró, pide un nuevo check-in.',
    },
    NOT_FOUND_AT_WELLHUB: {
      why: 'Wellhub respondió que esta persona no tiene check-in en este gimnasio.',
      todo: 'Comprueba con la persona que eligió el gimnasio correcto en la aplicación. Después valida de nuevo.',
    },
    REFUSED_BY_WELLHUB: {
      why: 'Wellhub rechazó pagar esta visita. Su motivo está abajo, en «Respuesta de Wellhub».',
      todo: 'Normalmente el plan de la persona no incluye este gimnasio. Habla con ella o con el soporte de Wellhub.',
    },
  },
  columns: { person: 'Persona', time: 'Llegó', result: 'Resultado', why: 'Motivo' },
  noName: 'Sin nombre aún',
  erased: 'Persona borrada',
  empty: 'Ningún check-in aquí',
  emptyHint: 'Elige otro día o muestra todos los resultados.',
  noGym: 'Aún no hay gimnasio',
  noGymHint: 'Crea el primero en los ajustes.',
  title: (name) => `Check-in de ${name}`,
  facts: {
    came: 'Check-in hecho',
    until: 'Plazo',
    paidAt: 'Pagado a las',
    product: 'Producto',
    gympassId: 'Wellhub ID',
    booking: 'Reserva',
    calls: 'Preguntas a Wellhub',
    answer: 'Última respuesta',
  },
  member: 'Ver a la persona y su historia',
  why: 'Qué pasó',
  paidHint: 'Wellhub confirmó esta visita: debe estar en el informe del mes.',
  twiceHint:
    'Wellhub dijo que esta visita ya estaba validada. Puede ser la misma visita dos veces: mira la conciliación.',
  waitingHint:
    'Aún no está pagado. Lo estará cuando la persona pase por la puerta o la recepción valide, dentro del plazo.',
  overdueHint:
    'El plazo pasó y Wellhub no dio una respuesta clara. Seguimos preguntando hasta el final del día.',
  trail: 'Paso a paso',
  trailColumns: {
    at: 'Cuándo',
    became: 'Quedó',
    by: 'Por',
    calls: 'Preguntas',
    answer: 'Respuesta de Wellhub',
  },
  states: {
    PENDING: 'en espera',
    VALIDATED: 'pagado',
    EXPIRED: 'vencido',
    CANCELED: 'cancelado',
    NOT_FOUND: 'no encontrado',
    REJECTED: 'rechazado',
  },
  causes: {
    WEBHOOK: 'aviso de Wellhub',
    SCAN: 'lectura en la puerta',
    DESK: 'recepción',
    AGGREGATOR: 'sistema de acceso',
    RETRY: 'nueva pregunta',
    DEADLINE: 'fin del plazo',
  },
  noAnswer: 'sin respuesta',
  validate: 'Validar ahora',
  validateHint: 'Pregunta a Wellhub ahora. Puede tardar unos segundos.',
  done: {
    paid: 'Pagado: Wellhub lo confirmó.',
    waiting: 'Wellhub aún no respondió. Seguimos preguntando.',
    lost: 'Wellhub no lo confirmó. El motivo está abajo.',
  },
};
