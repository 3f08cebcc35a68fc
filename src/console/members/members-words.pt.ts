import type { MembersWords } from './members-words.js';

export const pt: MembersWords = {
  lead: 'Todas as pessoas que a academia conhece, do Wellhub e próprias.',
  searchLabel: 'Buscar aluno',
  searchHint: 'Nome, e-mail, telefone, cartão ou Wellhub ID',
  endSearch: 'Mostrar todos',
  status: 'Situação',
  statuses: { PENDING: 'Sem conta ainda', ACTIVE: 'Ativo', DISABLED: 'Bloqueado' },
  wellhub: 'Wellhub',
  wellhubStatuses: { ACTIVE: 'Plano ativo', CANCELED: 'Plano cancelado' },
  noWellhub: 'Sem Wellhub',
  hasWellhubId: 'Com Wellhub ID',
  columns: {
    name: 'Nome',
    contact: 'Contato',
    status: 'Situação',
    wellhub: 'Wellhub',
    since: 'Desde',
  },
  noName: 'Sem nome ainda',
  nobody: 'Ainda não há alunos',
  nobodyHint:
    'Eles aparecem aqui quando o Wellhub os envia, com o primeiro check-in, ou quando você cadastra um.',
  notFound: 'Ninguém encontrado',
  notFoundHint: 'Confira a escrita, ou busque por telefone, cartão ou Wellhub ID.',
};
