/** The schema's `Role` as people in the Netherlands call it. A role that is not here is shown as it is written. */
export const roleNames: Readonly<Record<string, string>> = {
  ACCOUNT_MANAGER: 'accountmanager',
  MATCHMAKER: 'matchmaker',
  CASE_MANAGER: 'casemanager',
  IAA_ADVISER: 'IAA-adviseur',
  EURES_ADVISER: 'EURES-adviseur',
  LABOUR_EXPERT: 'arbeidsdeskundige',
  SPECIALIST: 'specialist',
  WBS_SUPPORT: 'WBS-ondersteuning',
  MANAGER: 'manager',
  ANALYST: 'analist',
  NATIONAL_LIAISON: 'landelijk adviseur Schakelpunt',
  ADMIN: 'functioneel beheerder',
};
