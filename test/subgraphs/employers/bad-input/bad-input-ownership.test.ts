import { casesOwnership } from './cases-ownership.js';
import { refusesBadInput } from './refuses-bad-input.js';

refusesBadInput(casesOwnership);
