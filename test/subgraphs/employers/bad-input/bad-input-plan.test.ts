import { casesPlan } from './cases-plan.js';
import { refusesBadInput } from './refuses-bad-input.js';

refusesBadInput(casesPlan);
