import type { InLanguages } from '../frame/languages.js';
import type { Consequences } from '../settings/settings-words.js';
import type { CatalogueKind, Fee, ItemState, ShownReduction } from './catalogue.js';

interface KindWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly add: string;
}

interface CatalogueWords {
  readonly kinds: Record<CatalogueKind, KindWords>;
  readonly noneHint: string;
  readonly added: string;
  readonly name: string;
  readonly details: string;
  readonly state: string;
  readonly states: Consequences<ItemState>;
  readonly addOn: string;
  readonly addOnHint: string;
  readonly addOnShort: string;
  readonly fees: Record<Fee, string>;
  readonly reductions: Record<ShownReduction['type'], string>;
  readonly reduction: string;
  readonly amount: string;
  readonly amountHint: string;
}

export const CATALOGUE_WORDS: InLanguages<CatalogueWords> = {
  pt: {
    kinds: {
      memberships: {
        title: 'Planos',
        lead: 'O que o aluno contrata: por exemplo Musculação ou Plano manhã.',
        none: 'Ainda não há planos',
        add: 'Novo plano',
      },
      'payment-plans': {
        title: 'Formas de pagamento',
        lead: 'Como o plano é pago: por exemplo mensal ou anual.',
        none: 'Ainda não há formas de pagamento',
        add: 'Nova forma de pagamento',
      },
      discounts: {
        title: 'Descontos',
        lead: 'O que um contrato pode ter a menos na mensalidade e nas taxas.',
        none: 'Ainda não há descontos',
        add: 'Novo desconto',
      },
    },
    noneHint: 'Um contrato de aluno precisa de um plano e de uma forma de pagamento.',
    added: 'Pronto: já pode ser escolhido em contratos.',
    name: 'Nome',
    details: 'Detalhes',
    state: 'Situação',
    states: {
      USED: { label: 'Em uso', hint: 'Pode ser escolhido em novos contratos.' },
      CLOSED: { label: 'Só contratos antigos', hint: 'Não aparece mais para novos contratos.' },
      REMOVED: {
        label: 'Removido',
        hint: 'Não aparece mais. Os contratos que já têm continuam como estão.',
      },
    },
    addOn: 'É um adicional',
    addOnHint: 'Pago além de outro plano, por exemplo o armário.',
    addOnShort: 'adicional',
    fees: {
      membershipFee: 'Mensalidade',
      joiningFee: 'Taxa de matrícula',
      administrationFee: 'Taxa administrativa',
    },
    reductions: { NONE: 'Sem desconto', VALUE: 'Valor a menos', PERCENT: 'Por cento a menos' },
    reduction: 'Desconto',
    amount: 'Quanto',
    amountHint: 'Por exemplo 10 ou 12,50. Sem desconto, deixe em branco.',
  },
  en: {
    kinds: {
      memberships: {
        title: 'Memberships',
        lead: 'What a member signs up for, for example Gym or Mornings.',
        none: 'No memberships yet',
        add: 'New membership',
      },
      'payment-plans': {
        title: 'Payment plans',
        lead: 'How the membership is paid, for example monthly or yearly.',
        none: 'No payment plans yet',
        add: 'New payment plan',
      },
      discounts: {
        title: 'Discounts',
        lead: 'What a contract may take off the membership fee and the other fees.',
        none: 'No discounts yet',
        add: 'New discount',
      },
    },
    noneHint: 'A member’s contract needs a membership and a payment plan.',
    added: 'Done: it can be chosen in contracts.',
    name: 'Name',
    details: 'Details',
    state: 'State',
    states: {
      USED: { label: 'In use', hint: 'New contracts can have it.' },
      CLOSED: { label: 'Old contracts only', hint: 'It is no longer offered for new contracts.' },
      REMOVED: { label: 'Removed', hint: 'It is gone. Contracts that have it stay as they are.' },
    },
    addOn: 'It is an add-on',
    addOnHint: 'Paid on top of another plan, for example a locker.',
    addOnShort: 'add-on',
    fees: {
      membershipFee: 'Membership fee',
      joiningFee: 'Joining fee',
      administrationFee: 'Administration fee',
    },
    reductions: { NONE: 'No discount', VALUE: 'An amount less', PERCENT: 'Per cent less' },
    reduction: 'Discount',
    amount: 'How much',
    amountHint: 'For example 10 or 12.50. Without a discount leave it empty.',
  },
  es: {
    kinds: {
      memberships: {
        title: 'Planes',
        lead: 'Lo que contrata el socio: por ejemplo Sala o Plan de mañana.',
        none: 'Aún no hay planes',
        add: 'Nuevo plan',
      },
      'payment-plans': {
        title: 'Formas de pago',
        lead: 'Cómo se paga el plan: por ejemplo mensual o anual.',
        none: 'Aún no hay formas de pago',
        add: 'Nueva forma de pago',
      },
      discounts: {
        title: 'Descuentos',
        lead: 'Lo que un contrato puede tener de menos en la cuota y en las tasas.',
        none: 'Aún no hay descuentos',
        add: 'Nuevo descuento',
      },
    },
    noneHint: 'El contrato de un socio necesita un plan y una forma de pago.',
    added: 'Listo: ya se puede elegir en contratos.',
    name: 'Nombre',
    details: 'Detalles',
    state: 'Estado',
    states: {
      USED: { label: 'En uso', hint: 'Se puede elegir en contratos nuevos.' },
      CLOSED: { label: 'Solo contratos antiguos', hint: 'Ya no aparece para contratos nuevos.' },
      REMOVED: {
        label: 'Eliminado',
        hint: 'Ya no aparece. Los contratos que lo tienen siguen igual.',
      },
    },
    addOn: 'Es un extra',
    addOnHint: 'Se paga además de otro plan, por ejemplo la taquilla.',
    addOnShort: 'extra',
    fees: {
      membershipFee: 'Cuota',
      joiningFee: 'Matrícula',
      administrationFee: 'Gastos administrativos',
    },
    reductions: { NONE: 'Sin descuento', VALUE: 'Un importe menos', PERCENT: 'Por ciento menos' },
    reduction: 'Descuento',
    amount: 'Cuánto',
    amountHint: 'Por ejemplo 10 o 12,50. Sin descuento, déjalo vacío.',
  },
  de: {
    kinds: {
      memberships: {
        title: 'Mitgliedschaften',
        lead: 'Was ein Mitglied abschließt, zum Beispiel Fitness oder Vormittag.',
        none: 'Noch keine Mitgliedschaften',
        add: 'Neue Mitgliedschaft',
      },
      'payment-plans': {
        title: 'Zahlungsweisen',
        lead: 'Wie die Mitgliedschaft bezahlt wird, zum Beispiel monatlich oder jährlich.',
        none: 'Noch keine Zahlungsweisen',
        add: 'Neue Zahlungsweise',
      },
      discounts: {
        title: 'Rabatte',
        lead: 'Was ein Vertrag an Beitrag und Gebühren weniger haben kann.',
        none: 'Noch keine Rabatte',
        add: 'Neuer Rabatt',
      },
    },
    noneHint: 'Der Vertrag eines Mitglieds braucht Mitgliedschaft und Zahlungsweise.',
    added: 'Fertig: In Verträgen lässt sich das jetzt wählen.',
    name: 'Name',
    details: 'Einzelheiten',
    state: 'Status',
    states: {
      USED: { label: 'In Gebrauch', hint: 'Neue Verträge können es haben.' },
      CLOSED: { label: 'Nur alte Verträge', hint: 'Für neue Verträge wird es nicht angeboten.' },
      REMOVED: {
        label: 'Entfernt',
        hint: 'Es erscheint nicht mehr. Verträge, die es haben, bleiben, wie sie sind.',
      },
    },
    addOn: 'Es ist ein Zusatz',
    addOnHint: 'Wird zusätzlich bezahlt, zum Beispiel ein Schrank.',
    addOnShort: 'Zusatz',
    fees: {
      membershipFee: 'Beitrag',
      joiningFee: 'Aufnahmegebühr',
      administrationFee: 'Verwaltungsgebühr',
    },
    reductions: { NONE: 'Kein Rabatt', VALUE: 'Ein Betrag weniger', PERCENT: 'Prozent weniger' },
    reduction: 'Rabatt',
    amount: 'Wie viel',
    amountHint: 'Zum Beispiel 10 oder 12,50. Ohne Rabatt leer lassen.',
  },
};
