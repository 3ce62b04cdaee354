import { casesContact } from './cases-contact.js';
import { casesDossier } from './cases-dossier.js';
import { casesOwnership } from './cases-ownership.js';
import type { Cases } from './mutation-case.js';

export const casesFirst: Cases = { ...casesDossier, ...casesOwnership, ...casesContact };
