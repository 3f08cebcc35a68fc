import type { FeedWords } from './feed-words.js';

export const es: FeedWords = {
  lead: 'Cada lectura de los últimos 90 días, con el motivo si la puerta quedó cerrada y qué hacer.',
  door: 'Puerta',
  allDoors: 'Todas las puertas',
  result: 'Resultado',
  results: { OPENED: 'Se abrió', REFUSED: 'Quedó cerrada' },
  opened: 'Se abrió',
  repeated: 'Se abrió otra vez (misma lectura)',
  refused: 'Quedó cerrada',
  dryRun: 'Prueba',
  columns: {
    at: 'Hora',
    door: 'Puerta',
    result: 'Resultado',
    why: 'Por qué, y qué hacer',
    member: 'Socio',
  },
  removedDoor: 'Puerta eliminada',
  none: 'Ninguna lectura aquí',
  noneHint: 'Cada lectura de un código o una tarjeta aparece en esta lista en segundos.',
  noGym: 'Aún no hay gimnasio.',
  live: 'Se actualiza sola.',
  stale: 'Sin actualizar desde las {time}: no hay conexión. Sigue por sí sola.',
  over: 'Tu sesión terminó.',
  logIn: 'Entrar de nuevo',
};
