import { Temporal } from 'temporal-polyfill';
import { inDutch } from '../../../in-dutch.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { workingDaysAfter } from '../../../working-days.js';

/** A promise with a term, as it stands in a report, and the last day of that term. */
export interface Promised {
  words: string;
  dueOn: string;
}

const NUMBERS: Record<string, number> = {
  een: 1,
  één: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  tien: 10,
};
const WITHIN = new RegExp(
  `binnen (${Object.keys(NUMBERS).join('|')}|\\d{1,2}) (werkdag(?:en)?|dag(?:en)?|week|weken|maand(?:en)?)(?!\\p{L})`,
  'iu',
);
const SOON = /(?<!\p{L})(vandaag nog|overmorgen|morgen|deze week|volgende week)(?!\p{L})/iu;

/** Words by which somebody of ours binds themselves; a term alone may be the employer's. */
const BINDING =
  /(?<!\p{L})(toegezegd|beloofd|afgesproken dat (we|wij|ik|het wsp)|aangegeven dat (we|wij|ik|het wsp)|zal ik|zullen (we|wij)|(we|wij|ik) (zal|zullen|bel|bellen|mail|mailen|stuur|sturen|kom|komen|neem|nemen|laat|laten|koppel|koppelen|lever|leveren)|terugbellen|teruggebeld|terugkoppel\p{L}*|koppel(en)? .{0,40}terug|kom(en)? .{0,40}op terug|(bel|bellen|mail|mailen|stuur|sturen|kom|komen|neem|nemen|laat|laten|koppel|koppelen|lever|leveren) (we|wij|ik)|(krijgt|ontvangt|hoort) (de werkgever|hij|zij|men)|bericht over|contact op(nemen)?)(?!\p{L})/iu;

const FRIDAY = 5;

function lastDay(words: string, saidOn: string): string {
  const day = Temporal.PlainDate.from(saidOn);
  const friday = day.add({ days: Math.max(0, FRIDAY - day.dayOfWeek) });
  const [, amount, unit] = WITHIN.exec(words) ?? [];
  if (!amount || !unit) {
    const soon = words.toLowerCase();
    const after = { 'vandaag nog': day, morgen: day.add({ days: 1 }), overmorgen: day.add({ days: 2 }) }[soon];
    const nextFriday = day.add({ days: 7 - day.dayOfWeek + FRIDAY });
    return (after ?? (soon === 'deze week' ? friday : nextFriday)).toString();
  }
  const n = NUMBERS[amount.toLowerCase()] ?? Number(amount);
  if (unit.startsWith('week') || unit.startsWith('weken')) return day.add({ weeks: n }).toString();
  if (unit.startsWith('maand')) return day.add({ months: n }).toString();
  if (unit.startsWith('dag')) return day.add({ days: n }).toString();
  return workingDaysAfter(saidOn, n);
}

/** The promises with a term in a report of a contact on `saidOn`, each once. A week ends on Friday. */
export function promisesIn(summary: string, saidOn: string): Promised[] {
  const found = summary.split(/[.!?;\n]+/).flatMap((sentence) => {
    const words = (WITHIN.exec(sentence) ?? SOON.exec(sentence))?.[0];
    return words && BINDING.test(sentence) ? [{ words, dueOn: lastDay(words, saidOn) }] : [];
  });
  return found.filter(({ dueOn }, n) => found.findIndex((other) => other.dueOn === dueOn) === n);
}

/**
 * A notice for each promise that no action or appointment of the registration keeps: one that falls on its last
 * day or before.
 */
export const promiseNotices = (promises: Promised[], planned: (string | null | undefined)[]): RuleNotice[] =>
  promises
    .filter(({ dueOn }) => !planned.some((day) => day && day <= dueOn))
    .map(({ words, dueOn }) => ({
      code: 'PROMISE_WITHOUT_FOLLOW_UP',
      message: `In het verslag staat een toezegging met een termijn ("${words}"). Zet hiervoor een actie uit (followUps) met ${inDutch(dueOn)} als uiterste dag.`,
      requirement: 'R-088',
      severity: Severity.WARNING,
    }));
