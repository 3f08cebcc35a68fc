import type { GymWords } from './gym-words.js';

export const pt: GymWords = {
  add: 'Adicionar academia',
  added: 'Academia adicionada.',
  none: 'Ainda não há academias.',
  noneHint: 'Adicione a primeira para receber check-ins e abrir portas.',
  columns: {
    name: 'Academia',
    timeZone: 'Fuso horário',
    validation: 'Validação',
    wellhub: 'ID no Wellhub',
  },
  parts: {
    general: 'Geral',
    wellhub: 'Check-ins do Wellhub',
    doors: 'Portas e visitas',
    secrets: 'Chaves próprias',
    remove: 'Remover academia',
  },
  name: 'Nome',
  timeZone: 'Fuso horário',
  language: 'Idioma',
  languageHint: 'Das mensagens nas catracas, e dos e-mails a quem não tem idioma conhecido.',
  wellhubGymId: 'ID da academia no Wellhub',
  wellhubGymIdHint: 'Só números. O Wellhub informa este ID no portal de parceiros.',
  wellhubGymIdTaken: 'Outra academia já usa este ID do Wellhub. Confira o número.',
  noWellhubId: 'Falta',
  linkByEmail: 'Reconhecer alunos pelo e-mail',
  linkByEmailHint:
    'Um check-in com o e-mail confirmado de um único aluno é ligado a ele sem perguntar.',
  validation: 'Quando o check-in é validado e pago',
  validations: {
    AUTOMATIC: {
      label: 'Logo após o check-in no app',
      hint: 'Vale assim que o Wellhub avisa, mesmo que a pessoa não chegue à porta. Quem está sem internet não consegue fazer o check-in e não entra até se conectar.',
    },
    GATE: {
      label: 'Na porta',
      hint: 'Vale quando a pessoa passa na catraca. Quem perde a internet depois do check-in entra normalmente; quem não aparece não é validado, e o check-in se perde no fim do prazo.',
    },
    ATTENDANCE: {
      label: 'Na recepção',
      hint: 'Vale quando a recepção aperta “Validar”. Se ninguém validar dentro do prazo, a visita não é paga.',
    },
  },
  window: 'Prazo para validar, em minutos',
  windowHint: 'Usado quando o Wellhub não informa o prazo. De 1 a 1.440; o comum é 20.',
  wellhubDown: 'Se o Wellhub não responder na porta',
  wellhubDowns: {
    DENY: {
      label: 'Não abrir',
      hint: 'A pessoa espera ou chama a recepção. Nenhuma visita fica sem pagamento.',
    },
    ADMIT_AND_VALIDATE_LATER: {
      label: 'Abrir e validar depois',
      hint: 'Quem tem um check-in entra. Se o Wellhub recusar mais tarde, a visita não é paga e você recebe um alerta.',
    },
  },
  storageDown: 'Se o nosso sistema estiver fora do ar',
  storageDowns: {
    DENY: { label: 'Não abrir', hint: 'As portas ficam fechadas até o sistema voltar.' },
    ADMIT_KNOWN: {
      label: 'Abrir para quem já conhecemos',
      hint: 'Alunos com cartão e plano em dia entram; depois tudo é registrado. Quem só usa código não entra.',
    },
  },
  booking: 'Se ninguém responder a um pedido de aula',
  bookings: {
    REJECTED: {
      label: 'Recusar',
      hint: 'O aluno é avisado de que não há vaga, perto do fim dos 15 minutos.',
    },
    RESERVED: {
      label: 'Confirmar',
      hint: 'O aluno recebe a vaga, mesmo que a turma esteja cheia.',
    },
  },
  codes: 'Códigos de entrada no celular',
  codesHint: 'Alunos abrem a porta com um código QR. Desligado, só cartões abrem.',
  codeLife: 'Validade de um código, em segundos',
  codeLifeHint: 'De 15 a 300; o comum é 60.',
  singleUse: 'Cada código abre uma única vez',
  singleUseHint: 'Desligado, o mesmo código abre de novo até vencer.',
  visitEnds: 'Encerrar visitas depois de, em minutos',
  visitEndsHint: 'Para quem sai sem passar na catraca. De 1 a 1.440; o comum é 240.',
  visitCount: 'Quando a visita conta',
  visitCounts: {
    GRANT: {
      label: 'Na hora, quando a porta libera',
      hint: 'Também se a pessoa não passou depois.',
    },
    TURN: {
      label: 'Quando o braço girou',
      hint: 'Só em catracas que contam o giro; nas outras, na hora. Quem desiste não faz visita.',
    },
  },
  secretsLead:
    'Só se o Wellhub deu a esta academia chaves diferentes das da rede. Senão, deixe em branco.',
  token: 'Token de acesso desta academia',
  secret: 'Segredo dos webhooks desta academia',
  secretHint: 'De 16 a 100 caracteres.',
  weak: 'Aceitar um segredo com menos de 16 caracteres',
  weakSecret: 'O segredo precisa ter de 16 a 100 caracteres.',
  usePartners: 'Usar de novo as chaves da rede',
  usePartnersText: 'As chaves próprias desta academia são apagadas.',
  remove: 'Remover esta academia…',
  removeText:
    'As portas desta academia deixam de abrir e ela some das listas. Visitas e check-ins já registrados ficam.',
  removeButton: 'Remover academia',
};
