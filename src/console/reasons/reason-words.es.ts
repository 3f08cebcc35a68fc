import type { ReasonWords } from './reason-words.js';

export const es: ReasonWords = {
  refusals: {
    ACCESS_CODE_UNKNOWN: 'El código no existe',
    ACCESS_CODE_WRONG_STUDIO: 'El código es de otro gimnasio',
    ACCESS_CODE_ALREADY_USED: 'El código ya se había usado',
    ACCESS_CODE_EXPIRED: 'El código ya había vencido',
    CUSTOMER_ACCESS_RESTRICTED: 'El acceso del socio está restringido',
    CONTRACT_REQUIRED: 'El socio no tiene contrato vigente',
    WELLHUB_CHECKIN_REQUIRED: 'Faltó el check-in en la app de Wellhub',
    WELLHUB_CHECKIN_EXPIRED: 'El check-in de Wellhub ya había vencido',
    WELLHUB_CHECKIN_CANCELED: 'El check-in de Wellhub se había cancelado',
    WELLHUB_CHECKIN_NOT_FOUND: 'Wellhub no conoce el check-in',
    WELLHUB_CHECKIN_REJECTED: 'Wellhub rechazó el check-in',
    WELLHUB_UNAVAILABLE: 'Wellhub no respondió',
    DEVICE_RATE_LIMITED: 'Demasiadas tarjetas desconocidas en un lector',
    VALIDATION_FAILED: 'Lo leído no es ni código ni tarjeta',
    OTHER: 'Otro motivo',
  },
  losses: {
    NEVER_REQUESTED: 'Nadie confirmó la visita',
    CREDENTIALS_REFUSED: 'Wellhub rechazó nuestro acceso',
    NO_ANSWER_FROM_WELLHUB: 'Wellhub no respondió',
    TOO_LATE_FOR_WELLHUB: 'Terminó el plazo de Wellhub',
    CANCELED_BY_MEMBER: 'La persona canceló',
    NOT_FOUND_AT_WELLHUB: 'Wellhub no conoce este check-in',
    REFUSED_BY_WELLHUB: 'Wellhub lo rechazó',
  },
};
