import { staff } from '../words/staff-words.pt.js';
import type { StaffScreenWords } from './staff-screen-words.js';

export const pt: StaffScreenWords = {
  lead: 'Quem trabalha com este console, com que função e em quais academias.',
  operatorTitle: 'Equipe do operador',
  operatorLead: 'Quem opera esta instalação. Estas pessoas cuidam de todos os parceiros.',
  invite: 'Convidar alguém',
  inviteTitle: 'Convidar alguém',
  inviteLead: 'A pessoa recebe um e-mail com um link que vale 48 horas e define a própria senha.',
  inviteSubmit: 'Enviar convite',
  email: 'E-mail',
  role: 'Função',
  roles: staff.roles,
  roleHints: {
    OWNER: 'Pode tudo, também convidar pessoas e mudar senhas e chaves.',
    MANAGER: 'Cuida do dia a dia: alunos, check-ins, portas e academias.',
    FRONT_DESK: 'Atende alunos e valida check-ins.',
    ACCOUNTANT: 'Vê alunos, check-ins e receita. Não muda nada.',
    DEVELOPER: 'Cuida das integrações: eventos, entregas e dispositivos.',
    VIEWER: 'Vê o dia a dia. Não muda nada.',
  },
  gyms: 'Academias',
  gymsHint: 'Sem nenhuma marcada, a pessoa trabalha em todas. Dono e Técnico são sempre de todas.',
  gymsProblem: 'Dono e Técnico são sempre de todas as academias: desmarque-as ou mude a função.',
  language: 'Idioma do convite',
  languages: { pt: 'Português', en: 'Inglês', es: 'Espanhol', de: 'Alemão' },
  columns: { name: 'Pessoa', role: 'Função', gyms: 'Academias', state: 'Situação' },
  states: { ACTIVE: 'Ativa', INVITED: 'Convidada', ENDED: 'Convite vencido' },
  invitedUntil: (at) => `O convite vale até ${at}.`,
  since: 'Na equipe desde',
  empty: 'Ainda não há ninguém na equipe',
  emptyHint: 'Convide a primeira pessoa: ela recebe um e-mail e define a própria senha.',
  resend: 'Enviar o convite de novo',
  resendLead: 'O link anterior deixa de valer.',
  changeTitle: 'Função e academias',
  changeLead: 'Ao mudar, a pessoa sai do console em todos os aparelhos e entra de novo.',
  sessionsTitle: 'Acessos abertos',
  noSessions: 'A pessoa não está conectada em nenhum aparelho.',
  session: (from, until, source) => `Desde ${from}, no máximo até ${until}, pela rede ${source}`,
  endSessions: 'Encerrar todos',
  remove: 'Remover da equipe',
  removeConsequence: (who) =>
    `${who} perde o acesso agora, em todos os aparelhos. O que a pessoa fez continua no registro de atividades.`,
  removeSubmit: 'Remover agora',
  done: {
    invited: 'Convite enviado.',
    changed: 'Salvo. A pessoa entra de novo com a nova função.',
    resent: 'Novo convite enviado.',
    ended: 'Todos os acessos foram encerrados.',
  },
  problems: {
    'staff.exists': 'Esta pessoa já está na equipe ou já foi convidada.',
    'staff.too-many': 'A equipe já tem 500 pessoas. Remova quem não trabalha mais aqui.',
    'staff.beyond-own': 'Você não pode dar uma função que pode mais do que a sua.',
    'staff.last-owner':
      'Esta é a última pessoa com a função Dono. Dê essa função a outra pessoa antes e espere que ela aceite.',
    'staff.last-operator':
      'Esta é a última pessoa do operador. Convide outra antes e espere que ela aceite.',
    'if-match.changed':
      'Outra pessoa mudou estes dados enquanto você editava. Confira acima o que está salvo agora e envie de novo se a sua mudança ainda vale.',
    'staff.accepted': 'A pessoa já aceitou o convite.',
    'staff.not-found': 'Esta pessoa não está mais na equipe.',
    'staff.mail-not-set-up':
      'Esta instalação ainda não envia e-mails. Fale com quem a opera: falta SMTP_URL.',
    'gym.not-found': 'Uma das academias não existe mais. Recarregue a página.',
  },
};
