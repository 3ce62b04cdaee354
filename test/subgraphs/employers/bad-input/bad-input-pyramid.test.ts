import { casesPyramid } from './cases-pyramid.js';
import { refusesBadInput } from './refuses-bad-input.js';

refusesBadInput(casesPyramid);
