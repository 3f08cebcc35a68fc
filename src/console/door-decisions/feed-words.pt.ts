import type { FeedWords } from './feed-words.js';

export const pt: FeedWords = {
  lead: 'Cada leitura dos últimos 90 dias, com o motivo quando a porta ficou fechada e o que fazer.',
  door: 'Porta',
  allDoors: 'Todas as portas',
  result: 'Resultado',
  results: { OPENED: 'Abriu', REFUSED: 'Ficou fechada' },
  opened: 'Abriu',
  repeated: 'Abriu de novo (mesma leitura)',
  refused: 'Ficou fechada',
  dryRun: 'Teste',
  columns: {
    at: 'Hora',
    door: 'Porta',
    result: 'Resultado',
    why: 'Por quê, e o que fazer',
    member: 'Aluno',
  },
  removedDoor: 'Porta removida',
  none: 'Nenhuma leitura aqui',
  noneHint: 'Cada leitura de código ou cartão aparece nesta lista em segundos.',
  noGym: 'Ainda não há academia.',
  live: 'Atualiza sozinha.',
  stale: 'Não está atualizada desde {time}: sem conexão. Ela continua sozinha.',
  over: 'Sua sessão terminou.',
  logIn: 'Entrar de novo',
};
