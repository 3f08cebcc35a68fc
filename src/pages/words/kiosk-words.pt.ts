import type { KioskWords } from './kiosk-words.js';

export const kiosk: KioskWords = {
  title: 'Porta',
  needsScript:
    'Esta página consulta a porta a cada código e por isso precisa de JavaScript. Ative-o, por favor.',
  setUp: {
    lead: 'Esta tela faz o papel da catraca: lê um código e diz se a porta abre.',
    label: 'Token do dispositivo',
    hint: 'A equipe o obtém na administração, no dispositivo desta porta. Ele fica neste navegador.',
    pin: 'PIN desta tela (opcional)',
    pinHint:
      'De 4 a 12 dígitos. É pedido antes de trocar o token; sem PIN, só o próprio token permite a troca.',
    button: 'Começar',
    demo: 'O token da porta de demonstração já está preenchido.',
    problems: {
      malformed: 'Informe o token do dispositivo.',
      pin: 'O PIN tem de 4 a 12 dígitos.',
      refused: 'Este token não é conhecido ou o dispositivo está desligado.',
      replaced: 'O token desta porta foi trocado. Informe o novo.',
      offline: 'Não há conexão com o serviço. Tente de novo.',
    },
  },
  reader: 'Código do leitor',
  tools: {
    cameraOn: 'Usar a câmera',
    cameraOff: 'Desligar a câmera',
    cameraRefused: 'A câmera não pode ser usada aqui.',
    soundOn: 'Ligar o som',
    soundOff: 'Desligar o som',
    otherToken: 'Outro token',
    hold: 'Segure por 2 segundos',
  },
  unlock: {
    title: 'Trocar o token?',
    label: 'PIN da equipe',
    hint: 'Só para a equipe. O token desta porta também vale.',
    button: 'Trocar o token',
    cancel: 'Voltar',
    problems: {
      wrong: 'Este não é o PIN nem o token.',
      locked: 'Tentativas demais. Espere um minuto.',
    },
  },
  waiting: { title: 'Mostre seu código aqui', text: 'Abra seu código de entrada no celular.' },
  asking: { title: 'Um momento…', text: 'Verificando sua entrada.' },
  opened: {
    IN: { title: 'Boas-vindas!', text: 'A porta está aberta.' },
    OUT: { title: 'Até logo!', text: 'A porta está aberta.' },
  },
  refused: {
    ACCESS_CODE_UNKNOWN: {
      title: 'Código desconhecido',
      text: 'Abra de novo seu código de entrada e mostre o novo.',
    },
    ACCESS_CODE_WRONG_STUDIO: {
      title: 'Código de outra academia',
      text: 'Este código não abre portas aqui.',
    },
    ACCESS_CODE_ALREADY_USED: {
      title: 'Código já usado',
      text: 'Mostre um novo código no celular.',
    },
    ACCESS_CODE_EXPIRED: { title: 'Código vencido', text: 'Mostre um novo código no celular.' },
    CUSTOMER_ACCESS_RESTRICTED: {
      title: 'Acesso restrito',
      text: 'Fale com a recepção, por favor.',
    },
    ACCESS_CLOSED_TODAY: { title: 'Fechado agora', text: 'A unidade está fechada neste momento.' },
    ACCESS_AGE: {
      title: 'Fale com a recepção',
      text: 'A entrada depende da sua idade. Fale com a recepção, por favor.',
    },
    ACCESS_ANTI_PASSBACK: {
      title: 'Você já está dentro',
      text: 'Passe primeiro pela saída, ou fale com a recepção.',
    },
    ACCESS_OUTSIDE_HOURS: { title: 'Fora do horário', text: 'Seu plano não inclui este horário.' },
    ACCESS_DOOR_NOT_INCLUDED: { title: 'Esta porta não', text: 'Seu plano não inclui esta porta.' },
    ACCESS_PLAN_NOT_INCLUDED: {
      title: 'Não vale aqui',
      text: 'Seu plano não vale aqui. Fale com a recepção, por favor.',
    },
    ACCESS_FULL: {
      title: 'A unidade está cheia',
      text: 'Espere um momento e mostre o código de novo.',
    },
    CONTRACT_REQUIRED: { title: 'Sem contrato ativo', text: 'Fale com a recepção, por favor.' },
    WELLHUB_CHECKIN_REQUIRED: {
      title: 'Faça o check-in primeiro',
      text: 'Faça o check-in no app do Wellhub e mostre seu código de novo.',
    },
    WELLHUB_CHECKIN_EXPIRED: {
      title: 'O check-in venceu',
      text: 'Faça um novo check-in no app do Wellhub e mostre seu código.',
    },
    WELLHUB_CHECKIN_CANCELED: {
      title: 'O check-in foi cancelado',
      text: 'Faça um novo check-in no app do Wellhub e mostre seu código.',
    },
    WELLHUB_CHECKIN_NOT_FOUND: {
      title: 'Check-in não encontrado',
      text: 'O Wellhub não conhece este check-in. Fale com a recepção.',
    },
    WELLHUB_CHECKIN_REJECTED: {
      title: 'Check-in recusado',
      text: 'O Wellhub recusou este check-in. Fale com a recepção.',
    },
    WELLHUB_UNAVAILABLE: {
      title: 'O Wellhub não responde',
      text: 'Tente de novo em um momento ou fale com a recepção.',
    },
    DEVICE_RATE_LIMITED: {
      title: 'Muitas tentativas',
      text: 'Espere um minuto ou fale com a recepção.',
    },
    VALIDATION_FAILED: {
      title: 'Isto não é um código',
      text: 'Abra seu código de entrada no celular e mostre-o aqui.',
    },
    BUSY: { title: 'Muito movimento agora', text: 'Tente de novo em um momento.' },
    OFFLINE: {
      title: 'Sem conexão',
      text: 'A porta não pode ser consultada. Fale com a recepção.',
    },
    OTHER: { title: 'Não funcionou', text: 'Fale com a recepção, por favor.' },
  },
};
