import type { InLanguages } from '../frame/languages.js';
import type { Consequences } from '../settings/settings-words.js';
import type { ContractState } from './contract-form.js';

interface ContractsWords {
  readonly title: string;
  readonly one: string;
  readonly none: string;
  readonly all: string;
  readonly add: string;
  readonly added: string;
  readonly lead: string;
  readonly span: (from: string, until: string) => string;
  readonly openEnd: (from: string) => string;
  readonly cancelledOn: (day: string) => string;
  readonly current: string;
  readonly ended: string;
  readonly removed: string;
  readonly membership: string;
  readonly paymentPlan: string;
  readonly discounts: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly endDateHint: string;
  readonly cancelDate: string;
  readonly cancelDateHint: string;
  readonly state: string;
  readonly states: Consequences<ContractState>;
  readonly nothingOffered: string;
  readonly toCatalogue: string;
}

export const CONTRACTS_WORDS: InLanguages<ContractsWords> = {
  pt: {
    title: 'Contratos',
    one: 'Contrato',
    none: 'Sem contrato próprio da academia.',
    all: 'Todos os contratos',
    add: 'Novo contrato',
    added: 'O contrato foi criado.',
    lead: 'Com um contrato vigente, o aluno direto entra sem check-in do Wellhub.',
    span: (from, until) => `De ${from} até ${until}`,
    openEnd: (from) => `Desde ${from}, sem data de fim`,
    cancelledOn: (day) => `cancelado em ${day}`,
    current: 'Vigente',
    ended: 'Não vigente',
    removed: 'Removido',
    membership: 'Plano',
    paymentPlan: 'Forma de pagamento',
    discounts: 'Descontos',
    startDate: 'Primeiro dia',
    endDate: 'Último dia',
    endDateHint: 'Para encerrar, preencha. Em branco, não tem fim.',
    cancelDate: 'Cancelado em',
    cancelDateHint: 'O dia em que a pessoa cancelou. Só registra: quem encerra é o último dia.',
    state: 'Situação',
    states: {
      HOLDS: { label: 'Vale', hint: 'Abre as portas do primeiro ao último dia.' },
      PAUSED: { label: 'Suspenso', hint: 'Não abre nenhuma porta até voltar a valer.' },
      REMOVED: { label: 'Removido', hint: 'Foi criado por engano: não abre nenhuma porta.' },
    },
    nothingOffered: 'Antes é preciso um plano e uma forma de pagamento.',
    toCatalogue: 'Criar em Configurações, Planos e descontos',
  },
  en: {
    title: 'Contracts',
    one: 'Contract',
    none: 'No contract of the gym itself.',
    all: 'All contracts',
    add: 'New contract',
    added: 'The contract was made.',
    lead: 'With a current contract a direct member enters without a Wellhub check-in.',
    span: (from, until) => `From ${from} until ${until}`,
    openEnd: (from) => `Since ${from}, open end`,
    cancelledOn: (day) => `cancelled on ${day}`,
    current: 'Current',
    ended: 'Not current',
    removed: 'Removed',
    membership: 'Membership',
    paymentPlan: 'Payment plan',
    discounts: 'Discounts',
    startDate: 'First day',
    endDate: 'Last day',
    endDateHint: 'Fill it in to end the contract. Empty: it has no end.',
    cancelDate: 'Cancelled on',
    cancelDateHint: 'The day on which the person cancelled. A note only: the last day ends it.',
    state: 'State',
    states: {
      HOLDS: { label: 'It holds', hint: 'It opens doors from the first to the last day.' },
      PAUSED: { label: 'Paused', hint: 'It opens no door until it holds again.' },
      REMOVED: { label: 'Removed', hint: 'It was made by mistake: it opens no door.' },
    },
    nothingOffered: 'A membership and a payment plan are needed first.',
    toCatalogue: 'Make them in Settings, Memberships and discounts',
  },
  es: {
    title: 'Contratos',
    one: 'Contrato',
    none: 'Sin contrato propio del gimnasio.',
    all: 'Todos los contratos',
    add: 'Nuevo contrato',
    added: 'El contrato se ha creado.',
    lead: 'Con un contrato vigente, el socio directo entra sin check-in de Wellhub.',
    span: (from, until) => `Desde ${from} hasta ${until}`,
    openEnd: (from) => `Desde ${from}, sin fecha de fin`,
    cancelledOn: (day) => `cancelado el ${day}`,
    current: 'Vigente',
    ended: 'No vigente',
    removed: 'Eliminado',
    membership: 'Plan',
    paymentPlan: 'Forma de pago',
    discounts: 'Descuentos',
    startDate: 'Primer día',
    endDate: 'Último día',
    endDateHint: 'Rellénalo para terminarlo. Vacío: no tiene fin.',
    cancelDate: 'Cancelado el',
    cancelDateHint: 'El día en que la persona canceló. Solo lo anota: lo termina el último día.',
    state: 'Estado',
    states: {
      HOLDS: { label: 'Vale', hint: 'Abre las puertas del primer al último día.' },
      PAUSED: { label: 'Suspendido', hint: 'No abre ninguna puerta hasta que vuelva a valer.' },
      REMOVED: { label: 'Eliminado', hint: 'Se creó por error: no abre ninguna puerta.' },
    },
    nothingOffered: 'Antes hacen falta un plan y una forma de pago.',
    toCatalogue: 'Crearlos en Ajustes, Planes y descuentos',
  },
  de: {
    title: 'Verträge',
    one: 'Vertrag',
    none: 'Kein eigener Vertrag des Studios.',
    all: 'Alle Verträge',
    add: 'Neuer Vertrag',
    added: 'Der Vertrag ist angelegt.',
    lead: 'Mit einem gültigen Vertrag kommt ein direktes Mitglied ohne Check-in von Wellhub hinein.',
    span: (from, until) => `Von ${from} bis ${until}`,
    openEnd: (from) => `Seit ${from}, ohne Ende`,
    cancelledOn: (day) => `gekündigt am ${day}`,
    current: 'Gültig',
    ended: 'Nicht gültig',
    removed: 'Entfernt',
    membership: 'Mitgliedschaft',
    paymentPlan: 'Zahlungsweise',
    discounts: 'Rabatte',
    startDate: 'Erster Tag',
    endDate: 'Letzter Tag',
    endDateHint: 'Ausfüllen beendet den Vertrag. Leer: Er hat kein Ende.',
    cancelDate: 'Gekündigt am',
    cancelDateHint: 'Der Tag der Kündigung. Nur ein Vermerk: Der letzte Tag beendet ihn.',
    state: 'Status',
    states: {
      HOLDS: { label: 'Gilt', hint: 'Öffnet Türen vom ersten bis zum letzten Tag.' },
      PAUSED: { label: 'Ruht', hint: 'Öffnet keine Tür, bis er wieder gilt.' },
      REMOVED: { label: 'Entfernt', hint: 'Aus Versehen angelegt: Er öffnet keine Tür.' },
    },
    nothingOffered: 'Zuerst braucht es eine Mitgliedschaft und eine Zahlungsweise.',
    toCatalogue: 'In Einstellungen, Mitgliedschaften und Rabatte anlegen',
  },
};
