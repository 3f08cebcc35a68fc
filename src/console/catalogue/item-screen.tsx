import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { ConsoleForm } from '../frame/form.js';
import type { FormState } from '../frame/form-state.js';
import {
  choicesOf,
  SettingFacts,
  SettingFields,
  type Setting,
} from '../settings/setting-fields.js';
import { AreaFrame } from '../settings/settings-screen.js';
import { CATALOGUE, FEES, type CatalogueKind, type ListedItem } from './catalogue.js';
import { mayWriteCatalogue } from './catalogue-screen.js';
import { CATALOGUE_WORDS } from './catalogue-words.js';
import { feeField } from './item-form.js';

export interface ItemView {
  readonly kind: CatalogueKind;
  readonly state: FormState;
  /** Absent: a new one. */
  readonly item?: ListedItem;
}

/** One membership, payment plan or discount: to change, or to read. */
export function itemScreen(page: ConsolePage, { kind, state, item }: ItemView): VNode {
  const words = page.textsOf(CATALOGUE_WORDS);
  const { title, add } = words.kinds[kind];
  const own = general(page, kind, item !== undefined);
  const back = { href: `${CATALOGUE}/${kind}`, label: title };
  return (
    <AreaFrame page={page} area="catalogue" title={item?.name ?? add} back={back}>
      <div class="panel">
        {mayWriteCatalogue(page) ? (
          <ConsoleForm page={page} action={page.path} state={state} submit={page.words.save}>
            <SettingFields page={page} state={state} settings={own} />
            {kind === 'discounts' && <Reductions page={page} state={state} />}
          </ConsoleForm>
        ) : (
          <SettingFacts page={page} settings={own} values={state.values} />
        )}
      </div>
    </AreaFrame>
  );
}

function general(page: ConsolePage, kind: CatalogueKind, isThere: boolean): Setting[] {
  const words = page.textsOf(CATALOGUE_WORDS);
  const addOn: Setting = {
    name: 'isAddOnPaymentPlan',
    kind: 'check',
    label: words.addOn,
    hint: words.addOnHint,
  };
  const state: Setting = {
    name: 'state',
    kind: 'choice',
    label: words.state,
    choices: choicesOf(words.states),
  };
  return [
    { name: 'name', label: words.name, required: true, input: { type: 'text', maxLength: 200 } },
    ...(kind === 'payment-plans' ? [addOn] : []),
    ...(isThere ? [state] : []),
  ];
}

interface ReductionProps {
  readonly page: ConsolePage;
  readonly state: FormState;
}

function Reductions({ page, state }: ReductionProps): VNode {
  const words = page.textsOf(CATALOGUE_WORDS);
  const choices = Object.entries(words.reductions).map(([value, label]) => ({ value, label }));
  const amount = {
    type: 'text',
    inputMode: 'decimal',
    maxLength: 16,
    autocomplete: 'off',
  } as const;
  return (
    <>
      {FEES.map((fee) => (
        <fieldset key={fee} class="part">
          <legend>{words.fees[fee]}</legend>
          <SettingFields
            page={page}
            state={state}
            settings={[
              {
                name: feeField(fee, 'type'),
                kind: 'select',
                label: words.reduction,
                required: true,
                choices,
              },
              {
                name: feeField(fee, 'value'),
                label: words.amount,
                hint: words.amountHint,
                input: amount,
              },
            ]}
          />
        </fieldset>
      ))}
    </>
  );
}
