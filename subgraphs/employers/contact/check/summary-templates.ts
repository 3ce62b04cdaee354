const NEEDS = ['Behoefte op korte termijn', 'Behoefte op lange termijn'];
const NEXT = 'Afspraken en vervolg';

/** What a report of any relevant contact says, as far as it was spoken of. */
const GENERAL = [...NEEDS, 'Vacatures', 'Terugkoppeling over kandidaten', NEXT];

const BY_TYPE: Record<number, string[]> = {
  1: ['Aanleiding van het contact', 'Kennismaking met het bedrijf', ...NEEDS, NEXT],
  2: ['Besproken diensten en producten', ...NEEDS, 'Arrangement of samenwerkingsovereenkomst', NEXT],
  3: ['Personeelsvraag en vacatures', 'Terugkoppeling over kandidaten', 'Advies over werven', 'Nazorg', NEXT],
  4: ['Feedback van de werkgever', 'Wat er speelde', 'Wat wij eraan doen', NEXT],
  5: ['Vraag van de werkgever', 'Advies en concept', 'Reactie van de werkgever', NEXT],
  6: ['Opgeleverd advies', 'Reactie van de werkgever', 'Wat de werkgever ermee gaat doen', NEXT],
  7: ['Aanleiding van het contact', 'Besproken', NEXT],
  8: ['Ontmoeting en plaats', 'Gesproken werkzoekenden', 'Uitkomst per kandidaat', NEXT],
  9: ['Vraag over werven over de grens', 'Informatie en advies', NEXT],
  10: ['Contract en verplichting', 'Invulling en voortgang', NEXT],
  11: ['Werkopdracht', 'Uitvoering en kandidaten', NEXT],
};

/** The headings under which a report of this type is written, one a line; the general ones for a type without its own. */
export const summaryTemplate = (typeNumber: number): string =>
  (BY_TYPE[typeNumber] ?? GENERAL).map((heading) => `${heading}:`).join('\n');

const HEADINGS = new RegExp(
  `^[\\s>*_-]{0,9}(${[...new Set([GENERAL, ...Object.values(BY_TYPE)].flat())].join('|')})\\s{0,9}:`,
  'gim',
);

/** A report without the headings of any template: what somebody wrote. */
export const withoutHeadings = (summary: string): string => summary.replace(HEADINGS, '');
