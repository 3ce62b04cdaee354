import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { ContactMedium } from '../../../../subgraphs/employers/contact/contact-medium.js';
import { specificTypeNotices } from '../../../../subgraphs/employers/contact/check/specific-type.js';
import { quickest } from '../../../quickest.js';
import { checkVacancy, vacancyLogNotices } from '../../../../subgraphs/employers/contact/check/vacancy-log.js';

const asked = (summary: string, medium = ContactMedium.COMPANY_VISIT, typeNumber = 2) =>
  specificTypeNotices(typeNumber, { subject: 'Gesprek', summary, medium });

describe('R-078: what was really used has a type of its own', () => {
  test.each([
    ['De IAA-adviseur heeft het conceptadvies opgeleverd aan de directie.', 5],
    ['Inclusieve arbeidsanalyse uitgevoerd op de afdeling inpak.', 5],
    ['Het definitieve IAA-advies is vandaag overhandigd.', 6],
    ['Definitief bedrijfsadvies opgeleverd en toegelicht.', 6],
    ['De EURES-adviseur heeft informatie verstrekt over werven in Spanje.', 9],
    ['De werkgever nam deel aan de banenmarkt in de Kuip.', 8],
    ['Wij hebben een speeddate georganiseerd met acht werkzoekenden.', 8],
    ['Twee kandidaten voorgesteld voor de nachtploeg.', 3],
    ['De vacature is in behandeling genomen.', 3],
  ])('%s asks for type %d', (summary, type) => {
    expect(asked(summary)).toMatchObject([
      {
        code: 'USE_SPECIFIC_TYPE',
        requirement: 'R-078',
        severity: 'WARNING',
        message: expect.stringContaining(`type ${type}.`),
      },
    ]);
  });

  test('a talk at an event asks for type 8, whatever was said', () => {
    expect(asked('Kennisgemaakt met de directeur.', ContactMedium.EVENT)).toMatchObject([
      { message: expect.stringContaining('type 8') },
    ]);
  });

  test.each([
    'Besproken welke mogelijkheden er zijn voor werving en selectie, IAA en een evenement.',
    'Verteld wat EURES kan doen; de werkgever wil erover nadenken.',
    'IAA kan worden ingezet zodra de directie akkoord is.',
    'Verkend of een banenmarkt georganiseerd zou kunnen worden.',
    'Geadviseerd om na te denken over een opleidingstraject. Het streven is 5 medewerkers te werven door doorstroom en 5 kandidaten voor te stellen vanuit UWV.',
    'Een arrangement gesloten waarin tien mensen via een leerwerktraject kunnen beginnen.',
  ])('talk of what may come is what type 2 is for: %s', (summary) => {
    expect(asked(summary)).toEqual([]);
  });

  test.each([1, 3, 4, 5, 6, 7, 8, 9, 10, 11])('type %d is specific already', (type) => {
    expect(asked('Twee kandidaten voorgesteld op de banenmarkt.', ContactMedium.EVENT, type)).toEqual([]);
  });

  test('is judged at once, however long the report', async () => {
    const judge = async () => {
      for (const piece of ['iaa ', 'definitieve ', 'kandidaat ', 'ingezet '])
        asked(piece.repeat(20_000 / piece.length));
    };
    expect(await quickest(2_000, judge)).toBeLessThan(2_000);
  });
});

describe('R-079: contact tied to a registered vacancy goes into its log', () => {
  test('naming the vacancy is refused, with the reason', () => {
    expect(checkVacancy('any')).toMatchObject([
      {
        code: 'BELONGS_IN_VACANCY_LOG',
        path: ['input', 'vacancyId'],
        requirement: 'R-079',
        message: expect.stringMatching(/logboek.*nazorg/),
      },
    ]);
    expect(checkVacancy(null)).toEqual([]);
    expect(checkVacancy(undefined)).toEqual([]);
  });

  test.each([
    ['Nazorg bij vacature 20260015: de kandidaat bevalt goed.', '20260015'],
    ['Gebeld over vacaturenummer: V2026-0012.', 'V2026-0012'],
    ['Stand van vacature nr. 4711 besproken.', '4711'],
  ])('%s', (text, number) => {
    expect(vacancyLogNotices(3, text)).toMatchObject([
      { code: 'MAY_BELONG_IN_VACANCY_LOG', requirement: 'R-079', message: expect.stringContaining(number) },
    ]);
    expect(vacancyLogNotices(2, text)).toEqual([]);
  });

  test.each(['De vacature is vervuld.', 'Drie vacatures voor 2026 besproken.', 'Vacature voor 12 chauffeurs.'])(
    'no number, no notice: %s',
    (text) => expect(vacancyLogNotices(3, text)).toEqual([]),
  );
});
