import { testCompanies, vanGelderen } from './employers.js';

/** The planner of the logistics company, who works at its unit of planning. */
export const planner = 'c0000000-0000-4000-8000-000000000002';

/** The invented contact persons, by employer. */
export const contactPersons = [
  {
    id: 'c0000000-0000-4000-8000-000000000001',
    employerId: vanGelderen.id,
    name: 'Marjolein Vermeulen',
    jobTitle: 'Hoofd personeelszaken',
    dmuRole: 'DECISION_MAKER',
  },
  {
    id: planner,
    employerId: vanGelderen.id,
    name: 'Teun Oppedijk',
    jobTitle: 'Planner',
    dmuRole: 'USER',
  },
  ...testCompanies.map(({ id }, n) => ({
    id: `c0000000-0000-4000-8000-00000000010${n}`,
    employerId: id,
    name: ['Wietske Damhuis', 'Rachid Lamers', 'Simone Ketelaar', 'Joost Verhagen'][n]!,
    jobTitle: 'Bedrijfsleider',
    dmuRole: 'DECISION_MAKER',
  })),
];
