import { numberInDutch } from '../../../in-dutch.js';
import type { UserError } from '../../../payload.js';
import { countErrors, lengthErrors, userError } from '../../../user-error.js';
import { accountPlanForm, rowOf } from './account-plan-form.js';
import type { AccountPlanInput, AccountPlanItemInput, PlanCheckInput, PlanGoalInput } from './account-plan-input.js';

const MOST_GOALS = 20;
const MOST_CHECKS = 20;
const MOST_ROWS = accountPlanForm.reduce((sum, { rows }) => sum + rows.length, 0);
const MOST = 1_000_000;

/** Refusal of a number that no goal can have. */
export const outOfRange = (path: string[], name: string, value: number | null | undefined): UserError[] =>
  value === null || value === undefined || (value >= 0 && value <= MOST)
    ? []
    : [userError('OUT_OF_RANGE', path, `${name} is 0 tot en met ${numberInDutch(MOST)}.`, 'R-108')];

/** Refusal of what stands in a list twice; `path` ends with the field that it stands in. */
const twice = (keys: string[], path: (n: number) => string[]): UserError[] =>
  keys.flatMap((key, n) =>
    keys.indexOf(key) < n ? [userError('GIVEN_TWICE', path(n), `Dit staat er twee keer in (${path(n).at(-1)}).`)] : [],
  );

function checkErrors(checks: PlanCheckInput[], row: string, known: readonly string[], path: string[]): UserError[] {
  const many = countErrors(path, 'antwoorden (checks)', checks, MOST_CHECKS, 'R-033');
  if (many.length) return many;
  return [
    ...twice(
      checks.map(({ key }) => key),
      (n) => [...path, String(n), 'key'],
    ),
    ...checks.flatMap(({ key, note }, n) => [
      ...(known.includes(key)
        ? []
        : [
            userError(
              'UNKNOWN_CHECK',
              [...path, String(n), 'key'],
              known.length
                ? `De regel ${row} heeft deze vraag (key) niet; wel ${known.join(', ')}.`
                : `De regel ${row} heeft geen vragen (checks).`,
              'R-033',
            ),
          ]),
      ...lengthErrors([...path, String(n), 'note'], 'De aantekening (note)', note, 0, 1000),
    ]),
  ];
}

function itemErrors({ section, key, value, note, checks }: AccountPlanItemInput, path: string[]): UserError[] {
  const found = rowOf(key);
  if (!found)
    return [
      userError('UNKNOWN_ROW', [...path, 'key'], 'Het formulier heeft geen regel met deze sleutel (key).', 'R-105'),
    ];
  const { kind, row } = found;
  const [, label, manners] = row;
  return [
    ...(kind === section
      ? []
      : [
          userError(
            'OTHER_SECTION',
            [...path, 'section'],
            `De regel ${key} staat in het onderdeel (section) ${kind}.`,
            'R-105',
          ),
        ]),
    ...(manners?.neverTyped && value
      ? [
          userError(
            'NOT_TYPED',
            [...path, 'value'],
            `${label} (${key}) komt uit het dossier of wordt geteld en is niet in te vullen (value); een teken of aantekening mag wel.`,
            'R-106',
          ),
        ]
      : []),
    ...lengthErrors([...path, 'value'], `De tekst van ${key} (value)`, value, 0, 4000),
    ...lengthErrors([...path, 'note'], 'De aantekening (note)', note, 0, 1000),
    ...checkErrors(checks ?? [], key, manners?.checklist?.map(([one]) => one) ?? [], [...path, 'checks']),
  ];
}

/** @param known ids of the goals that the plan has */
function goalErrors(goals: PlanGoalInput[], known: ReadonlySet<string>, path: string[]): UserError[] {
  const many = countErrors(path, 'doelen (goals)', goals, MOST_GOALS, 'R-108');
  if (many.length) return many;
  return [
    ...twice(
      goals.map(({ id }, n) => id ?? `nieuw ${n}`),
      (n) => [...path, String(n), 'id'],
    ),
    ...goals.flatMap(({ id, title, measure, target }, n) => {
      const at = [...path, String(n)];
      return [
        ...(id && !known.has(id)
          ? [userError('UNKNOWN_GOAL', [...at, 'id'], 'Dit doel (id) hoort niet bij het nieuwste plan.', 'R-108')]
          : []),
        ...lengthErrors([...at, 'title'], 'Het doel (title)', title, 3, 200),
        ...lengthErrors([...at, 'measure'], 'Wat er gemeten wordt (measure)', measure, 1, 100),
        ...outOfRange([...at, 'target'], 'De streefwaarde (target)', target),
      ];
    }),
  ];
}

/** Refusals of an account plan whose rows are not those of the form, or whose texts or goals cannot be. */
export function checkAccountPlan(
  { items, goals, conclusions }: Pick<AccountPlanInput, 'items' | 'goals' | 'conclusions'>,
  knownGoals: ReadonlySet<string>,
): UserError[] {
  const many = countErrors(['input', 'items'], 'regels (items)', items, MOST_ROWS, 'R-105');
  if (many.length) return many;
  return [
    ...twice(
      items.map(({ key }) => key),
      (n) => ['input', 'items', String(n), 'key'],
    ),
    ...items.flatMap((item, n) => itemErrors(item, ['input', 'items', String(n)])),
    ...goalErrors(goals ?? [], knownGoals, ['input', 'goals']),
    ...lengthErrors(['input', 'conclusions'], 'De conclusies (conclusions)', conclusions, 0, 3000),
  ];
}
