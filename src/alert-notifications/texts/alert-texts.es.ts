import type { AlertTexts } from './alert-texts.js';

export const es: AlertTexts = {
  'wellhub.unknown-user-status': [
    'Wellhub registró a una persona con un plan que no conocemos',
    'Si vendes ofertas distintas, pregunta a Wellhub qué significa este plan; que son varias se marca en los datos de la red.',
  ],
  'wellhub.unknown-user': [
    'Wellhub avisó de alguien que nunca se registró aquí',
    'Si es una sola persona, no hay que hacer nada. Si son muchas, revisa en el portal de Wellhub si las direcciones son las de este gimnasio.',
  ],
  'wellhub.status-not-applied': [
    'Una cancelación o un cambio de plan llegó a la dirección equivocada y no se aplicó',
    'Compara las dos direcciones del portal de Wellhub con las de la configuración de aquí y pide a Wellhub que lo envíe de nuevo.',
  ],
  'wellhub.webhooks-refused': [
    'Se rechazaron mensajes de Wellhub: la firma no coincide',
    'Pon el mismo secreto aquí y en el portal de Wellhub. Los check-ins entre esos mensajes no se pagan. Si fue uno solo, quizá alguien probaba suerte: cierra la alerta.',
  ],
  'wellhub.invalid-event': [
    'Un mensaje de Wellhub llegó incompleto',
    'Muestra la hora al soporte de Wellhub. Si era un check-in, valida a la persona en la recepción.',
  ],
  'wellhub.unknown-event': [
    'Wellhub envió un tipo de mensaje que no conocemos',
    'Si debería contar, avísanos a nosotros y al soporte de Wellhub. Mientras tanto, valida a la persona en la recepción.',
  ],
  'wellhub.odd-time': [
    'Un check-in llegó con una hora imposible',
    'Contó la hora en que llegó. Revisa el reloj del servidor; si está bien, avisa a Wellhub.',
  ],
  'wellhub.unassigned-gym': [
    'Llegó algo para un gimnasio de Wellhub que no está dado de alta aquí',
    'Pon su número en el gimnasio correcto, en la configuración. Si no es tuyo, pide a Wellhub que lo quite de tu cuenta.',
  ],
  'wellhub.wrong-hook': [
    'Un mensaje de un gimnasio llegó a la dirección de otro',
    'Se atendió. Pon en el portal de Wellhub la dirección propia de cada gimnasio, o la misma para todos.',
  ],
  'wellhub.integration-requested': [
    'Un gimnasio pidió a Wellhub trabajar contigo',
    'Da de alta el gimnasio con su número de Wellhub, o recházalo en el portal de Wellhub.',
  ],
  'wellhub.webhooks-missing': [
    'Pueden haberse perdido mensajes de Wellhub mientras el sistema no estaba',
    'En Check-ins, Mensajes que pueden faltar, busca los check-ins de esa hora. Valida en recepción a quien más entró, y pide más espacio a quien lleva el servidor.',
  ],
  'account.same-email': [
    'Dos cuentas tienen el mismo correo, escrito de dos formas',
    'Solo entra la primera. Une las dos fichas.',
  ],
  'wellhub.credentials-refused': [
    'Wellhub no acepta nuestra clave para este gimnasio',
    'No se valida ni se paga nada. Prueba la conexión en la configuración y pon una clave nueva, o pide a Wellhub que permita el gimnasio. Después los check-ins se validan solos.',
  ],
  'check-in.at-risk': [
    'Un check-in está a punto de vencer sin validarse',
    'Si la persona está en el gimnasio, valídala en la recepción o pídele que pase su código. Si son muchos, mira si Wellhub responde.',
  ],
  'check-in.overdue': [
    'Un check-in venció y Wellhub no respondió',
    'Seguimos intentando hasta el final del día. Si nada cambia, di al soporte de Wellhub la hora y el gimnasio.',
  ],
  'gate.provisional-failed': [
    'Alguien entró mientras Wellhub no estaba, y después lo rechazó',
    'Decide si hablas con la persona. Si pasa a menudo, cambia en la configuración qué hace la puerta cuando Wellhub no responde.',
  ],
  'access.rule-without-door': [
    'Una regla de acceso ya no tiene puerta',
    'Se quitaron todos los aparatos que nombra, por eso está desactivada. Pon otros aparatos en la regla, o bórrala.',
  ],
  'gate.card-tries': [
    'Muchas tarjetas desconocidas en una puerta, en un minuto',
    'El lector de tarjetas paró un minuto; los códigos siguen abriendo. Mira la puerta: el lector puede leer mal, o alguien prueba números.',
  ],
  'control-id.command-failed': [
    'Un equipo no tomó sus ajustes',
    'Quizá tenga otros ajustes que los que se ven aquí. Envíelos otra vez o configure el equipo en el centro.',
  ],
  'control-id.wrong-device': [
    'Un equipo llamó con el número de otro',
    'La puerta no se abre con sus lecturas. Quizá dos equipos comparten una dirección: cada uno necesita la suya. Si se cambió el equipo, cambie su número en los ajustes.',
  ],
  'control-id.wrong-direction': [
    'Un torno giró hacia el otro lado',
    'Estaba abierto para una entrada. Mira en el torno hacia dónde gira y cambia el lado de entrada en sus ajustes.',
  ],
  'control-id.silent': [
    'Un equipo Control iD no llama desde hace diez minutos',
    'Mira su corriente y su red, y si nos alcanza desde el gimnasio.',
  ],
  'control-id.contingency': [
    'Un equipo Control iD decide solo, y nuestros códigos no abren en él',
    'Mira el internet del gimnasio. Lo que dejó pasar se recoge cuando vuelva.',
  ],
  'control-id.exception-mode': [
    'Un equipo Control iD informa de un modo de excepción y puede dejar pasar a todos o a nadie',
    'Mira la puerta: alguien lo cambió allí, o fue la alarma de incendios.',
  ],
  'control-id.former-address': [
    'Un equipo Control iD aún lee en una dirección que acaba en menos de seis horas',
    'Abre su instalación: manda los ajustes, o ejecuta allí el script. Si no, la puerta rechazará a todos.',
  ],
  'control-id.logs-restarted': [
    'Un equipo Control iD se restableció y cuenta sus registros desde el principio',
    'Añádelo como equipo nuevo e instálalo con su dirección. Lo que registra ahora se toma por conocido.',
  ],
  'control-id.clock': [
    'El reloj de un equipo Control iD cambió más de dos minutos',
    'Pon su hora: en Puertas, la instalación del equipo tiene el paso para ello.',
  ],
  'control-id.no-turns': [
    'Un torno ya no avisa de quién pasa',
    'No se puede mostrar quién ha pasado. Mira su conexión y los avisos en su configuración.',
  ],
  'gate.unknown-codes': [
    'Muchos códigos desconocidos en una puerta, en un minuto',
    'Mira la puerta: el lector puede leer otra cosa, o alguien usa la clave del aparato. En ese caso, crea una clave nueva.',
  ],
  'gate.admitted-without-database': [
    'Entraron personas mientras el sistema no estaba',
    'Sus visitas están guardadas. Revisa las entradas de esa hora.',
  ],
  'gate.nearly-full': [
    'Un centro está casi lleno',
    'En Quién está dentro, termina las visitas de quien salió sin escanear. Cuántas personas caben está en las reglas de acceso del gimnasio.',
  ],
  'gate.occupancy-drift': [
    'El número de personas dentro no era correcto y se corrigió',
    'Si pasa una vez, no hay nada que hacer. Si se repite, avísanos.',
  ],
  'gate.anti-passback': [
    'Entró alguien que ya estaba dentro',
    'Mira en Quién está dentro: quizá se pasó una tarjeta hacia atrás, o la persona salió sin escanear. Entonces termina la visita.',
  ],
  'booking.unknown-to-wellhub': [
    'Wellhub no conoce una reserva que respondimos',
    'Avisa a la persona de que la plaza no está reservada y mira si la clase aún existe en Wellhub.',
  ],
  'booking.refused': [
    'Wellhub rechazó dos veces nuestra respuesta a una reserva',
    'Responde de nuevo en la página de reservas, o resuélvelo en el portal de Wellhub.',
  ],
  'usage.quarantined': [
    'Wellhub rechazó un registro de uso',
    'Los demás se enviaron. En Check-ins, Uso comunicado a Wellhub, está la respuesta. Quien lo envió corrige la causa y envía uno nuevo.',
  ],
  'usage.credentials-refused': [
    'Wellhub no acepta nuestra clave para registros de uso',
    'No se envía nada. Pon una clave nueva en la conexión con Wellhub.',
  ],
  'usage.lagging': [
    'Hay registros de uso que esperan desde hace más de una hora',
    'Mira si hay una alerta sobre la clave, y si Wellhub responde.',
  ],
  'usage.month-end': [
    'Los registros de uso del mes pasado aún no se han enviado',
    'Wellhub los acepta hasta el día 5. Resuélvelo hoy.',
  ],
  'gym.time-zone-unusable': [
    'La zona horaria de un gimnasio no sirve',
    'Hasta entonces cuenta la hora UTC. Elige la zona en la configuración y cierra la alerta.',
  ],
  'secrets.unreadable': [
    'Un secreto guardado no se puede leer',
    'Ponlo de nuevo (clave o secreto de Wellhub, firma de eventos) y habla con quien cuida el servidor.',
  ],
  'delivery.failed': [
    'Un evento no llegó a tu sistema, ni en el último intento',
    'Arregla al receptor y envíalo de nuevo, en Desarrolladores. Los eventos se guardan 30 días.',
  ],
  'subscription.disabled': [
    'Quien recibía eventos dijo que ya no los quiere',
    '¿Fue un error? Actívalo de nuevo en Desarrolladores y reenvía. Si no, quítalo.',
  ],
  'partition.missing': [
    'No se pudo crear a tiempo una parte de una tabla de la base de datos',
    'El motivo está en el registro técnico. Si falta un permiso en la base de datos, ejecuta la migración con el dueño de las tablas. Se intenta de nuevo cada 15 minutos.',
  ],
  'worker.failing': [
    'Una tarea de fondo falla desde hace un minuto',
    'Su trabajo espera. El registro tiene cada fallo y /health/details el estado de todas las tareas. La alerta se cierra cuando vuelve a funcionar.',
  ],
  'worker.stuck': [
    'Una tarea de fondo se quedó parada a la mitad',
    'Reinicia el proceso indicado: otro sigue con su trabajo. Cuenta a quien cuida el sistema qué decía el registro antes.',
  ],
  'worker.behind': [
    'Trabajo pendiente espera desde hace demasiado tiempo',
    'Mira si falla otra tarea y si la base de datos, Wellhub o el servidor de correo van lentos. Si no, inicia un proceso más.',
  ],
  'worker.missing': [
    'Ningún proceso hace el trabajo de fondo',
    'Nadie valida check-ins ni envía correos. Inicia un proceso con ROLE=worker o ROLE=all: hace enseguida lo que quedó guardado.',
  ],
  'wellhub.spool-kept-aside': [
    'No se pudieron leer mensajes de Wellhub guardados en el disco',
    'Si falta la clave, ponla en SECRETS_KEY y reinicia. Si el archivo está dañado, guárdalo para el soporte y valida en recepción a las personas de esa hora.',
  ],
  'gate.spool-kept-aside': [
    'No se pudieron leer entradas guardadas en el disco',
    'Si falta la clave, ponla en SECRETS_KEY y reinicia. Si el archivo está dañado, guárdalo: las personas entraron, pero su visita no está registrada.',
  ],
};
