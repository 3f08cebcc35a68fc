import type { ReasonWords } from './reason-words.js';

export const pt: ReasonWords = {
  refusals: {
    ACCESS_CODE_UNKNOWN: 'O código não existe',
    ACCESS_CODE_WRONG_STUDIO: 'O código é de outra academia',
    ACCESS_CODE_ALREADY_USED: 'O código já tinha sido usado',
    ACCESS_CODE_EXPIRED: 'O código já tinha vencido',
    CUSTOMER_ACCESS_RESTRICTED: 'O acesso do aluno está restrito',
    CONTRACT_REQUIRED: 'O aluno não tem contrato ativo',
    WELLHUB_CHECKIN_REQUIRED: 'Faltou o check-in no app do Wellhub',
    WELLHUB_CHECKIN_EXPIRED: 'O check-in do Wellhub já tinha vencido',
    WELLHUB_CHECKIN_CANCELED: 'O check-in do Wellhub tinha sido cancelado',
    WELLHUB_CHECKIN_NOT_FOUND: 'O Wellhub não conhece o check-in',
    WELLHUB_CHECKIN_REJECTED: 'O Wellhub recusou o check-in',
    WELLHUB_UNAVAILABLE: 'O Wellhub não respondeu',
    DEVICE_RATE_LIMITED: 'Muitos cartões desconhecidos no mesmo leitor',
    VALIDATION_FAILED: 'O leitor leu algo que não é código nem cartão',
    OTHER: 'Outro motivo',
  },
  losses: {
    NEVER_REQUESTED: 'Ninguém confirmou a presença',
    CREDENTIALS_REFUSED: 'O Wellhub recusou nosso acesso',
    NO_ANSWER_FROM_WELLHUB: 'O Wellhub não respondeu',
    TOO_LATE_FOR_WELLHUB: 'O prazo do Wellhub acabou',
    CANCELED_BY_MEMBER: 'A pessoa cancelou',
    NOT_FOUND_AT_WELLHUB: 'O Wellhub não conhece este check-in',
    REFUSED_BY_WELLHUB: 'O Wellhub recusou',
  },
};
