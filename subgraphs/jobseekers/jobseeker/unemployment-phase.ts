import 'reflect-metadata';
import { Temporal } from 'temporal-polyfill';
import { registerEnumType } from 'type-graphql';

export enum UnemploymentPhase {
  BEFORE_UNEMPLOYMENT = 'BEFORE_UNEMPLOYMENT',
  MONTHS_0_3 = 'MONTHS_0_3',
  MONTHS_3_6 = 'MONTHS_3_6',
  MONTHS_6_12 = 'MONTHS_6_12',
  OVER_12_MONTHS = 'OVER_12_MONTHS',
}
registerEnumType(UnemploymentPhase, {
  name: 'UnemploymentPhase',
  description: 'Periode van werkloosheid; de ondergrens hoort erbij.',
  valuesConfig: {
    BEFORE_UNEMPLOYMENT: { description: 'Nog niet werkloos' },
    MONTHS_0_3: { description: 'Korter dan 3 maanden' },
    MONTHS_3_6: { description: 'Vanaf 3 tot 6 maanden' },
    MONTHS_6_12: { description: 'Vanaf 6 tot 12 maanden' },
    OVER_12_MONTHS: { description: '12 maanden of langer' },
  },
});

/** The months from which on each phase lasts. */
const FROM: readonly (readonly [number, UnemploymentPhase])[] = [
  [12, UnemploymentPhase.OVER_12_MONTHS],
  [6, UnemploymentPhase.MONTHS_6_12],
  [3, UnemploymentPhase.MONTHS_3_6],
  [0, UnemploymentPhase.MONTHS_0_3],
];

/**
 * In which phase of unemployment somebody is on a day. Exactly three months is the phase from 3 months on.
 * @param since first day without work, `YYYY-MM-DD`; null for who has work
 */
export function unemploymentPhase(since: string | null | undefined, onDate: string): UnemploymentPhase {
  if (!since) return UnemploymentPhase.BEFORE_UNEMPLOYMENT;
  const start = Temporal.PlainDate.from(since);
  const reached = FROM.find(([months]) => start.add({ months }).toString() <= onDate);
  return reached?.[1] ?? UnemploymentPhase.BEFORE_UNEMPLOYMENT;
}
