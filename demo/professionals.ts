/**
 * Invented professionals. `name` is what `npm run -s token -- NAME` takes; those without one cannot log in.
 * Telephone numbers are of the ranges that no subscriber has (0-prefix 000), mail addresses end in `.example`.
 */
export interface DemoProfessional {
  id: string;
  /** Log-in name, for those who may be chosen at the log-in page. */
  name?: string;
  fullName: string;
  roles: string[];
  organisationId: string;
  organisationKind: string;
  regionIds: string[];
  teamId: string | null;
  phone: string;
  email: string;
}

const person = (
  n: number,
  fullName: string,
  roles: string[],
  organisationId: string,
  organisationKind: string,
  regionIds: string[],
  teamId: string | null,
  name?: string,
): DemoProfessional => ({
  id: `prof-${String(n).padStart(2, '0')}`,
  ...(name ? { name } : {}),
  fullName,
  roles,
  organisationId,
  organisationKind,
  regionIds,
  teamId,
  phone: `000-55500${String(n).padStart(2, '0')}`,
  email: `${fullName
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]+/g, '.')}@werkgraaf.example`,
});

const rijnmond = ['rijnmond'];

export const professionals: DemoProfessional[] = [
  person(
    1,
    'Anouk Verstraten',
    ['ACCOUNT_MANAGER'],
    'org-uwv-rijnmond',
    'UWV',
    rijnmond,
    'team-logistiek',
    'accountmanager',
  ),
  person(2, 'Bilal Oosterhuis', ['MATCHMAKER'], 'org-uwv-rijnmond', 'UWV', rijnmond, 'team-logistiek', 'matchmaker'),
  person(3, 'Carmen Duindam', ['CASE_MANAGER'], 'org-uwv-rijnmond', 'UWV', rijnmond, 'team-werkpunt', 'casemanager'),
  person(
    4,
    'Dirk-Jan Meerkerk',
    ['ACCOUNT_MANAGER', 'MATCHMAKER'],
    'org-rotterdam',
    'CENTRE_MUNICIPALITY',
    rijnmond,
    'team-rotterdam',
    'municipal',
  ),
  person(5, 'Esra Kloosterboer', ['MANAGER'], 'org-wsp-rijnmond', 'WSP', rijnmond, null, 'manager'),
  person(6, 'Floris van Binsbergen', ['ANALYST'], 'org-wsp-rijnmond', 'WSP', rijnmond, null, 'analyst'),
  person(7, 'Gwen Roozendaal', ['ADMIN'], 'org-wsp-rijnmond', 'WSP', [...rijnmond, 'midden-utrecht'], null, 'admin'),
  person(8, 'Hanna Slotboom', ['ACCOUNT_MANAGER'], 'org-rotterdam', 'CENTRE_MUNICIPALITY', rijnmond, 'team-rotterdam'),
  person(9, 'Ilias Terpstra', ['ACCOUNT_MANAGER'], 'org-rotterdam', 'CENTRE_MUNICIPALITY', rijnmond, 'team-rotterdam'),
  person(
    10,
    'Jolien Haverkate',
    ['ACCOUNT_MANAGER'],
    'org-rotterdam',
    'CENTRE_MUNICIPALITY',
    rijnmond,
    'team-rotterdam',
  ),
  person(
    11,
    'Koen Wagtendonk',
    ['ACCOUNT_MANAGER'],
    'org-rotterdam',
    'CENTRE_MUNICIPALITY',
    rijnmond,
    'team-rotterdam',
  ),
  person(12, 'Lotte Bruggeman', ['ACCOUNT_MANAGER'], 'org-uwv-rijnmond', 'UWV', rijnmond, 'team-zorg'),
  person(13, 'Mounir Sikkens', ['ACCOUNT_MANAGER', 'EURES_ADVISER'], 'org-uwv-rijnmond', 'UWV', rijnmond, 'team-ag'),
  person(14, 'Nadia Poelstra', ['WBS_SUPPORT'], 'org-uwv-rijnmond', 'UWV', rijnmond, null),
  person(15, 'Otto Zandbergen', ['ACCOUNT_MANAGER'], 'org-bar', 'CLUSTER_MUNICIPALITY', rijnmond, null),
  person(16, 'Petra Nieuwkamp', ['ACCOUNT_MANAGER'], 'org-ijsselgemeenten', 'CLUSTER_MUNICIPALITY', rijnmond, null),
  person(17, 'Quinten Abspoel', ['LABOUR_EXPERT', 'IAA_ADVISER'], 'org-uwv-rijnmond', 'UWV', rijnmond, 'team-ag'),
  person(
    18,
    'Roos Middelveen',
    ['ACCOUNT_MANAGER'],
    'org-utrecht',
    'CENTRE_MUNICIPALITY',
    ['midden-utrecht'],
    'team-utrecht',
  ),
  person(19, 'Sander Kuipéri', ['NATIONAL_LIAISON'], 'org-uwv-midden-utrecht', 'UWV', ['midden-utrecht'], null),
];
