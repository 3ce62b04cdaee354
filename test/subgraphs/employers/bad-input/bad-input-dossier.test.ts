import { casesDossier } from './cases-dossier.js';
import { refusesBadInput } from './refuses-bad-input.js';

refusesBadInput(casesDossier);
