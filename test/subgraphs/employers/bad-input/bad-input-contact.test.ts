import { casesContact } from './cases-contact.js';
import { refusesBadInput } from './refuses-bad-input.js';

refusesBadInput(casesContact);
