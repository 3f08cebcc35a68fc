import type { SetupWords } from './setup-words.js';

export const pt: SetupWords = {
  title: 'Webhooks no Wellhub',
  lead: 'Perguntamos ao Wellhub agora para onde ele envia os avisos de cada academia.',
  link: 'Conferir os webhooks no Wellhub',
  event: 'Aviso',
  events: {
    checkin: 'Check-in',
    'checkin-booking-occurred': 'Check-in com reserva',
    'booking-requested': 'Pedido de reserva',
    'booking-canceled': 'Reserva cancelada',
    'booking-late-canceled': 'Reserva cancelada tarde',
  },
  state: 'Situação',
  states: { REGISTERED: 'Certo', MISSING: 'Falta', WRONG_URL: 'Vai para outro endereço' },
  atWellhub: 'Endereço no Wellhub',
  gymProblems: {
    NOT_AT_WELLHUB: 'O Wellhub não conhece esta academia. Confira o ID dela.',
    CREDENTIALS_REFUSED: 'O Wellhub recusou o token. Confira o acesso.',
    REFUSED: 'O Wellhub recusou a consulta.',
    UNREACHABLE: 'O Wellhub não respondeu. Tente de novo em alguns minutos.',
    UNREADABLE: 'O Wellhub respondeu algo que não entendemos.',
  },
  problems: {
    'wellhub-setup.production-only': 'Isto só existe no ambiente de produção do Wellhub.',
    'wellhub-setup.credentials-refused': 'O Wellhub recusou o token. Confira o acesso.',
    'wellhub-setup.unreachable': 'O Wellhub não respondeu. Tente de novo em alguns minutos.',
    'wellhub-setup.secret-missing':
      'Falta o segredo dos webhooks. Salve-o antes em Acesso ao Wellhub.',
    'wellhub-connection.not-found': 'O acesso ao Wellhub ainda não foi configurado.',
  },
  withoutId: (names) => `Sem ID no Wellhub: ${names}.`,
  allRight: 'Está tudo certo: nada a corrigir.',
  fix: 'Corrigir no Wellhub',
  consequence:
    'O Wellhub pode tirar a academia do aplicativo por alguns minutos enquanto muda os webhooks. Faça fora do horário de pico.',
  submit: 'Corrigir agora',
  fixed: 'Enviado ao Wellhub. Abaixo está o que ele tem agora.',
  noGyms: 'Nenhuma academia com ID do Wellhub',
};
