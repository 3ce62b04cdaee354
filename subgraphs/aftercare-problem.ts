import { workingDaysAfter } from './working-days.js';

/** Within how many working days a problem in aftercare is acted on. The source asks to be fast, and names no number. */
const WORKING_DAYS = 2;

/** The last day on which to act on a problem in aftercare, from the day it was told. Days `YYYY-MM-DD`. */
export const actionDueOn = (toldOn: string): string => workingDaysAfter(toldOn, WORKING_DAYS);
