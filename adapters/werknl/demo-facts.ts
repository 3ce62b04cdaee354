import type { WerkNlFact } from './facts.js';

/** Roughly where some postcode areas lie, in Rotterdam and around it, Utrecht and Amsterdam. */
const AREAS: [pc4: string, latitude: number, longitude: number][] = [
  ['1012', 52.37, 4.89],
  ['2651', 52.0, 4.5],
  ['2921', 51.92, 4.58],
  ['3011', 51.92, 4.48],
  ['3021', 51.92, 4.46],
  ['3042', 51.94, 4.42],
  ['3072', 51.9, 4.5],
  ['3083', 51.88, 4.48],
  ['3118', 51.91, 4.39],
  ['3511', 52.09, 5.12],
];

const vacancy = (
  idVacature: string,
  naamVacature: string,
  handelsnaamOrganisatie: string,
  postcode: string,
  [from, to]: [number, number],
  more: Record<string, unknown> = {},
): WerkNlFact => ({
  vacature: {
    idVacature,
    naamVacature,
    adres: { postcode },
    werkgever: { handelsnaamOrganisatie },
    werktijden: { aantalWerkurenPerWeekMinimaal: from, aantalWerkurenPerWeekMaximaal: to },
    ...more,
  },
});

/** Invented: a few vacancies that others put on werk.nl, and where they are. */
export const demoFacts: WerkNlFact[] = [
  ...AREAS.map(([pc4, latitude, longitude]): WerkNlFact => ({ kind: 'place', pc4, latitude, longitude })),
  vacancy('demo-1', 'Magazijnmedewerker', 'Voorbeeld Logistiek BV', '3042AB', [24, 40], {
    codeWerkEnDenkniveauMinimaal: '2',
    flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 1 },
    contractvorm: [{ codeTypeArbeidscontract: 'B', codeTypeOvereenkomst: '01' }],
  }),
  vacancy('demo-2', 'Bezorger', 'Voorbeeld Pakketten BV', '3118AB', [16, 32], {
    codeWerkEnDenkniveauMinimaal: '2',
    rijbewijs: [{ codeSoortRijbewijs: 'B' }],
    flexibiliteit: { indicatieOnregelmatigWerkOfPloegendienst: 2 },
    contractvorm: [{ codeTypeArbeidscontract: 'O', codeTypeOvereenkomst: '01' }],
  }),
  vacancy('demo-3', 'Medewerker groenvoorziening', 'Voorbeeld Groen', '3072AB', [20, 36], {
    codeWerkEnDenkniveauMinimaal: '7',
    contractvorm: [{ codeTypeArbeidscontract: 'B', codeTypeOvereenkomst: '04' }],
  }),
  vacancy('demo-4', 'Verzorgende', 'Voorbeeld Zorg', '3511AB', [24, 32], {
    codeWerkEnDenkniveauMinimaal: '4',
    taalbeheersing: [
      { codeTaal: 'nld', codeNiveauTaalbeheersingMondeling: 3, codeNiveauTaalbeheersingSchriftelijk: 3 },
    ],
  }),
];
