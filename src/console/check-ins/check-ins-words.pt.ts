import type { CheckInsWords } from './check-ins-words.js';

export const pt: CheckInsWords = {
  lead: 'Cada check-in do Wellhub em um dia: o que foi pago, o que espera e o que se perdeu.',
  related: { missing: 'Mensagens que podem faltar', usage: 'Uso informado' },
  day: 'Dia',
  result: 'Mostrar',
  filters: { PAID: 'Pagos', WAITING: 'Esperando', AT_RISK: 'Em risco', LOST: 'Perdidos' },
  results: {
    PAID: 'Pago',
    WAITING: 'Esperando',
    OVERDUE: 'Wellhub não responde',
    LOST: 'Perdido',
  },
  losses: {
    NEVER_REQUESTED: {
      why: 'A pessoa fez o check-in no aplicativo, mas não passou pela porta e ninguém apertou “Validar” dentro do prazo.',
      todo: 'Se ela veio, valide agora: o Wellhub decide se ainda paga. Para não perder de novo, peça que todos passem pela porta ou ligue a validação automática nas configurações da academia.',
    },
    CREDENTIALS_REFUSED: {
      why: 'Perguntamos ao Wellhub, mas ele recusou o token ou a academia, e o prazo acabou.',
      todo: 'Teste a conexão com o Wellhub nas configurações da academia e corrija o token. Depois valide de novo.',
    },
    NO_ANSWER_FROM_WELLHUB: {
      why: 'Perguntamos várias vezes até o fim do dia, e o Wellhub não deu resposta.',
      todo: 'Valide de novo. Se continuar assim, informe ao suporte do Wellhub o horário e a academia: a visita aconteceu e pode ser cobrada.',
    },
    TOO_LATE_FOR_WELLHUB: {
      why: 'Quando perguntamos, o Wellhub já tinha encerrado este check-in.',
      todo: 'A pessoa precisa fazer um novo check-in no aplicativo. Confirme a presença logo na chegada.',
    },
    CANCELED_BY_MEMBER: {
      why: 'A pessoa cancelou o check-in no aplicativo antes da confirmação.',
      todo: 'Nada a fazer se ela não entrou. Se entrou, peça um novo check-in.',
    },
    NOT_FOUND_AT_WELLHUB: {
      why: 'O Wellhub respondeu que não há check-in desta pessoa nesta academia.',
      todo: 'Confira com a pessoa se ela escolheu a academia certa no aplicativo. Depois valide de novo.',
    },
    REFUSED_BY_WELLHUB: {
      why: 'O Wellhub recusou pagar esta visita. O motivo dele está abaixo, em “Resposta do Wellhub”.',
      todo: 'Em geral o plano da pessoa não inclui esta academia. Fale com ela ou com o suporte do Wellhub.',
    },
  },
  columns: { person: 'Pessoa', time: 'Chegou', result: 'Resultado', why: 'Motivo' },
  noName: 'Sem nome ainda',
  erased: 'Pessoa apagada',
  empty: 'Nenhum check-in aqui',
  emptyHint: 'Escolha outro dia ou mostre todos os resultados.',
  noGym: 'Ainda não há academia',
  noGymHint: 'Crie a primeira nas configurações.',
  title: (name) => `Check-in de ${name}`,
  facts: {
    came: 'Check-in feito',
    until: 'Prazo',
    paidAt: 'Pago às',
    product: 'Produto',
    gympassId: 'Wellhub ID',
    booking: 'Reserva',
    calls: 'Perguntas ao Wellhub',
    answer: 'Última resposta',
  },
  member: 'Ver a pessoa e sua linha do tempo',
  why: 'O que aconteceu',
  paidHint: 'O Wellhub confirmou esta visita: ela deve estar no relatório do mês.',
  twiceHint:
    'O Wellhub disse que esta visita já estava validada. Pode ser a mesma visita registrada duas vezes: confira na conciliação.',
  waitingHint:
    'Ainda não foi pago. Será quando a pessoa passar pela porta ou a recepção validar, dentro do prazo.',
  overdueHint:
    'O prazo passou e o Wellhub não deu uma resposta clara. Continuamos perguntando até o fim do dia.',
  trail: 'Passo a passo',
  trailColumns: {
    at: 'Quando',
    became: 'Ficou',
    by: 'Por causa de',
    calls: 'Perguntas',
    answer: 'Resposta do Wellhub',
  },
  states: {
    PENDING: 'esperando',
    VALIDATED: 'pago',
    EXPIRED: 'vencido',
    CANCELED: 'cancelado',
    NOT_FOUND: 'não encontrado',
    REJECTED: 'recusado',
  },
  causes: {
    WEBHOOK: 'aviso do Wellhub',
    SCAN: 'leitura na porta',
    DESK: 'recepção',
    AGGREGATOR: 'sistema de acesso',
    RETRY: 'nova pergunta',
    DEADLINE: 'fim do prazo',
  },
  noAnswer: 'sem resposta',
  validate: 'Validar agora',
  validateHint: 'Pergunta ao Wellhub agora. Pode levar alguns segundos.',
  done: {
    paid: 'Pago: o Wellhub confirmou.',
    waiting: 'O Wellhub ainda não respondeu. Continuamos perguntando.',
    lost: 'O Wellhub não confirmou. O motivo está abaixo.',
  },
};
