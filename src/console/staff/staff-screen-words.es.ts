import { staff } from '../words/staff-words.es.js';
import type { StaffScreenWords } from './staff-screen-words.js';

export const es: StaffScreenWords = {
  lead: 'Quién trabaja con esta consola, con qué función y en qué gimnasios.',
  operatorTitle: 'Equipo del operador',
  operatorLead:
    'Quién opera esta instalación. Estas personas atienden a todos los socios comerciales.',
  invite: 'Invitar a alguien',
  inviteTitle: 'Invitar a alguien',
  inviteLead:
    'La persona recibe un correo con un enlace que vale 48 horas y define su propia contraseña.',
  inviteSubmit: 'Enviar la invitación',
  email: 'Correo electrónico',
  role: 'Función',
  roles: staff.roles,
  roleHints: {
    OWNER: 'Puede hacer todo, también invitar a personas y cambiar contraseñas y claves.',
    MANAGER: 'Lleva el día a día: socios, check-ins, puertas y gimnasios.',
    FRONT_DESK: 'Atiende a los socios y valida los check-ins.',
    ACCOUNTANT: 'Ve socios, check-ins e ingresos. No cambia nada.',
    DEVELOPER: 'Se ocupa de las integraciones: eventos, entregas y dispositivos.',
    VIEWER: 'Ve el día a día. No cambia nada.',
  },
  gyms: 'Gimnasios',
  gymsHint: 'Sin ninguno marcado, trabaja en todos. Propietario y Técnico son siempre de todos.',
  gymsProblem:
    'Propietario y Técnico son siempre de todos los gimnasios: desmárcalos o cambia la función.',
  language: 'Idioma de la invitación',
  languages: { pt: 'Portugués', en: 'Inglés', es: 'Español', de: 'Alemán' },
  columns: { name: 'Persona', role: 'Función', gyms: 'Gimnasios', state: 'Estado' },
  states: { ACTIVE: 'Activa', INVITED: 'Invitada', ENDED: 'Invitación caducada' },
  invitedUntil: (at) => `La invitación vale hasta ${at}.`,
  since: 'En el equipo desde',
  empty: 'Aún no hay nadie en el equipo',
  emptyHint: 'Invita a la primera persona: recibe un correo y define su propia contraseña.',
  resend: 'Enviar la invitación de nuevo',
  resendLead: 'El enlace anterior deja de valer.',
  changeTitle: 'Función y gimnasios',
  changeLead:
    'Al cambiar, la persona sale de la consola en todos los dispositivos y entra de nuevo.',
  sessionsTitle: 'Sesiones abiertas',
  noSessions: 'No tiene ninguna sesión abierta.',
  session: (from, until, source) =>
    `Desde ${from}, como máximo hasta ${until}, por la red ${source}`,
  endSessions: 'Cerrar todas',
  remove: 'Quitar del equipo',
  removeConsequence: (who) =>
    `${who} pierde el acceso ahora, en todos los dispositivos. Lo que hizo queda en el registro de actividad.`,
  removeSubmit: 'Quitar ahora',
  done: {
    invited: 'Invitación enviada.',
    changed: 'Guardado. La persona entra de nuevo con la nueva función.',
    resent: 'Nueva invitación enviada.',
    ended: 'Se han cerrado todas sus sesiones.',
  },
  problems: {
    'staff.exists': 'Esta persona ya está en el equipo o ya fue invitada.',
    'staff.too-many': 'El equipo ya tiene 500 personas. Quita a quienes ya no trabajan aquí.',
    'staff.beyond-own': 'No puedes dar una función que puede más que la tuya.',
    'staff.last-owner':
      'Es la última persona con la función Propietario. Dásela antes a otra persona y espera a que la acepte.',
    'staff.last-operator':
      'Es la última persona del operador. Invita antes a otra y espera a que acepte.',
    'if-match.changed':
      'Otra persona cambió estos datos mientras editabas. Mira arriba lo que está guardado ahora y envía de nuevo si tu cambio sigue valiendo.',
    'staff.accepted': 'La persona ya aceptó la invitación.',
    'staff.not-found': 'Esta persona ya no está en el equipo.',
    'staff.mail-not-set-up':
      'Esta instalación aún no envía correos. Habla con quien la opera: falta SMTP_URL.',
    'gym.not-found': 'Uno de los gimnasios ya no existe. Recarga la página.',
  },
};
