import type { MembersWords } from './members-words.js';

export const es: MembersWords = {
  lead: 'Todas las personas que el gimnasio conoce, de Wellhub y propias.',
  searchLabel: 'Buscar socio',
  searchHint: 'Nombre, correo, teléfono, tarjeta o Wellhub ID',
  endSearch: 'Mostrar todos',
  status: 'Estado',
  statuses: { PENDING: 'Aún sin cuenta', ACTIVE: 'Activo', DISABLED: 'Bloqueado' },
  wellhub: 'Wellhub',
  wellhubStatuses: { ACTIVE: 'Plan activo', CANCELED: 'Plan cancelado' },
  noWellhub: 'Sin Wellhub',
  hasWellhubId: 'Con Wellhub ID',
  columns: {
    name: 'Nombre',
    contact: 'Contacto',
    status: 'Estado',
    wellhub: 'Wellhub',
    since: 'Desde',
  },
  noName: 'Aún sin nombre',
  nobody: 'Aún no hay socios',
  nobodyHint:
    'Aparecen aquí cuando Wellhub los envía, con su primer check-in, o cuando añades uno.',
  notFound: 'No se encontró a nadie',
  notFoundHint: 'Revisa la escritura, o busca por teléfono, tarjeta o Wellhub ID.',
};
