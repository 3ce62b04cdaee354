import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { BENEFIT_GROUPS, benefits } from '../../../adapters/sonar/benefits.js';
import { Bsn } from '../../../adapters/sonar/bsn.js';
import type { JobseekerQuery } from '../../../adapters/sonar/port.js';
import { running } from '../../../adapters/sonar/running.js';
import { sonarPerson } from '../../../adapters/sonar/sonar-person.js';
import { targetGroupRegistration } from '../../../adapters/sonar/target-group.js';
import { matches, profile } from '../../../adapters/sonar/vum-mapper.js';
import { vraagObject } from '../../../adapters/sonar/vum-question.js';
import type { PartnerError } from '../../../adapters/partner-error.js';
import { createLog } from '../../../runtime/log.js';
import { Writable } from 'node:stream';
import { BSN, OTHER_BSN } from './facts.js';

const TODAY = '2026-11-21';
const bsn = Bsn.of(BSN);
const client = (inside: object) => ({ ClientSuwi: [{ Burgerservicenr: [BSN], ...inside }] });

describe('a BSN', () => {
  test('never prints itself', () => {
    const lines: string[] = [];
    const destination = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
    createLog('test', { level: 'info', destination }).info({ bsn, inside: { bsn } }, `${bsn}`);
    const everything = [
      String(bsn),
      `${bsn}`,
      bsn + '',
      JSON.stringify({ bsn }),
      inspect(bsn),
      inspect({ deep: [bsn] }, { showHidden: true, depth: 9 }),
      Object.entries(bsn).join(),
      ...lines,
    ].join('\n');
    expect(everything).toContain('[bsn]');
    expect(everything).not.toContain(BSN);
    expect(bsn.reveal()).toBe(BSN);
  });

  test.each(['999990018', '000000000', '99999001', '9999900190', '', ' 999990019', '٩٩٩٩٩٠٠١٩', null, 999990019])(
    'is not %j, and the refusal does not repeat it',
    (wrong) => {
      const error = (() => {
        try {
          return Bsn.of(wrong as string);
        } catch (reason) {
          return reason;
        }
      })() as PartnerError;
      expect(error).toMatchObject({ kind: 'REFUSED', partnerCode: 'ONGELDIG_NUMMER' });
      if (wrong)
        expect(`${error.message} ${error.partnerMessage} ${inspect(error)}`).not.toContain(String(wrong).trim());
    },
  );
});

test.each<[string | null, string | null, boolean | null]>([
  [null, null, true],
  ['2026-11-21', null, true],
  ['2026-11-22', null, false],
  [null, '2026-11-21', true],
  [null, '2026-11-20', false],
  ['2026-11', null, null],
  ['2026', null, null],
  ['2026-10', null, true],
  ['2026-12', null, false],
  [null, '2026', null],
  [null, '2026-11', null],
  [null, '2027', true],
  [null, '2025', false],
  ['2026', '2025-12-31', false],
])('from %s to %s runs on 21 November 2026: %s', (from, to, expected) =>
  expect(running(from, to, TODAY)).toBe(expected),
);

describe('in the register and counting are two things', () => {
  const ground = (start: string, end?: string) => ({
    CdGrondslagArbeidsbeperktheid: ['91'],
    DatBGrondslagArbeidsbeperktheid: [start],
    ...(end && { DatEGrondslagArbeidsbeperktheid: [end] }),
  });
  const counting = (end?: string) => ({ LdrRegistratieWbQa: [end ? { DatELdrRegistratieWbQa: [end] } : ''] });

  test.each<[what: string, told: object, registered: boolean | null, counts: boolean | null]>([
    ['nothing', {}, null, null],
    ['a ground that runs', { GrondslagArbeidsbeperktheid: [ground('20190701')] }, true, null],
    ['a ground that ended', { GrondslagArbeidsbeperktheid: [ground('20190701', '20201231')] }, false, null],
    ['a ground that may have ended', { GrondslagArbeidsbeperktheid: [ground('20190701', '20260000')] }, null, null],
    ['a ground yet to come', { GrondslagArbeidsbeperktheid: [ground('20270101')] }, false, null],
    ['counting', counting(), true, true],
    ['counting up to today', counting('20261121'), true, true],
    ['counting up to yesterday', counting('20261120'), false, false],
    ['counting up to this year', counting('20260000'), null, null],
    ['counting up to a day not known', counting('00000000'), true, true],
    [
      'a ground that runs beside counting that ended',
      { ...counting('20200101'), GrondslagArbeidsbeperktheid: [ground('20190701')] },
      true,
      false,
    ],
    [
      'two grounds of which one runs',
      { GrondslagArbeidsbeperktheid: [ground('2'.repeat(4) + '0101'), ground('20100000')] },
      true,
      null,
    ],
  ])('%s', (_what, told, registered, counts) =>
    expect(targetGroupRegistration(client(told), bsn, TODAY)).toMatchObject({
      registered,
      countsForJobAgreement: counts,
    }),
  );

  test('a ground has its code, and its name where one is known', () => {
    const told = client({
      GrondslagArbeidsbeperktheid: [
        ground('20190701'),
        { ...ground('20200101'), CdGrondslagArbeidsbeperktheid: ['??'] },
      ],
    });
    expect(targetGroupRegistration(told, bsn, TODAY, { '91': 'Wajong' }).grounds).toMatchObject([
      { ground: { code: '91', name: 'Wajong' }, startedOn: '2019-07-01', endedOn: null, running: true },
      { ground: { code: '??', name: null } },
    ]);
    const odd = client({
      GrondslagArbeidsbeperktheid: [{ ...ground('20190701'), CdGrondslagArbeidsbeperktheid: ['constructor'] }],
    });
    expect(targetGroupRegistration(odd, bsn, TODAY).grounds[0]!.ground).toEqual({ code: 'constructor', name: null });
  });
});

describe('a benefit', () => {
  const told = (...laws: string[]) =>
    client({ Uitkeringsverhouding: laws.map((law) => ({ SzWet: [{ CdSzWet: [law] }] })) });

  test.each([
    ['WW', 'WW'],
    ['ww', 'WW'],
    ['WGA', 'WGA'],
    ['WAJ', 'WAJONG'],
    ['WAJON', 'WAJONG'],
    ['PW', 'PARTICIPATIEWET'],
    ['WWB', 'PARTICIPATIEWET'],
    ['IVA', 'OTHER'],
    ['WIA', null],
    ['XYZ', null],
    ['__proto__', null],
  ])('by code %s is of group %s', (code, group) =>
    expect(benefits(told(code), bsn, TODAY)).toMatchObject([{ lawCode: code, group }]),
  );

  test('has the group that another list gives it', () =>
    expect(benefits(told('WIA'), bsn, TODAY, { ...BENEFIT_GROUPS, WIA: 'WGA' })).toMatchObject([{ group: 'WGA' }]));

  test('has its days and hours, and no amount', () => {
    const data = client({
      Uitkeringsverhouding: [
        {
          DatBUitkeringsverhouding: ['20251101'],
          DatEUitkeringsverhouding: ['20260531'],
          DatEMaximaleUitkeringsduur: ['20260600'],
          AantWerkurenPerWeekGrondslagUitk: ['3215'],
          SzWet: [{ CdSzWet: ['WW'] }],
          Uitkeringsperiode: [{ BrutoUitkeringsbedrag: [{ WaardeBedr: ['123456'] }] }],
        },
      ],
    });
    expect(benefits(data, bsn, TODAY)).toEqual([
      {
        group: 'WW',
        lawCode: 'WW',
        startedOn: '2025-11-01',
        endedOn: '2026-05-31',
        maximumUntil: '2026-06',
        hoursPerWeek: 32.25,
        running: false,
      },
    ]);
  });

  test.each([
    ['without a law', { Uitkeringsverhouding: [{}] }],
    [
      'with hours that cannot be',
      { Uitkeringsverhouding: [{ AantWerkurenPerWeekGrondslagUitk: ['3275'], SzWet: [{ CdSzWet: ['WW'] }] }] },
    ],
    [
      'on a day that cannot be',
      { Uitkeringsverhouding: [{ DatBUitkeringsverhouding: ['20260231'], SzWet: [{ CdSzWet: ['WW'] }] }] },
    ],
    ['of another person', { Burgerservicenr: [OTHER_BSN] }],
    ['of nobody', { Burgerservicenr: [] }],
  ])('%s is malformed, and the error tells no number', (_what, inside) => {
    expect.assertions(2);
    try {
      benefits(client(inside), bsn, TODAY);
    } catch (error) {
      expect(error).toMatchObject({ partner: 'SONAR', kind: 'MALFORMED' });
      expect(inspect(error, { depth: 9 })).not.toMatch(/99999|20260231|3275/);
    }
  });
});

describe('a person of Sonar', () => {
  test('of whom nothing is told has nothing', () => {
    const person = sonarPerson(client({}), bsn);
    const values = Object.values({ ...person, ...person.willing, willing: null }).flat();
    expect(values.filter((value) => value !== null)).toEqual([]);
  });

  test('is read from the relation that runs; else from the one that ended last', () => {
    const relation = (end: string | null, code: string) => ({
      ...(end && { DatEAtlRelatie: [end] }),
      Bemiddelingsberoep: [{ BeroepsnaamGecodeerd: [{ CdBeroepsnaam: [code] }] }],
    });
    const wanted = (...relations: object[]) =>
      sonarPerson(client({ AtlRelatie: relations }), bsn).wantedOccupations.map(({ code }) => code);
    expect(wanted(relation('20200101', 'old'), relation(null, 'now'), relation('20230101', 'late'))).toEqual(['now']);
    expect(wanted(relation('20200101', 'old'), relation('20230101', 'late'))).toEqual(['late']);
  });

  test.each([
    ['1', true],
    ['2', false],
    ['0', null],
    ['8', null],
    ['9', null],
    ['', null],
  ])('an indication of %j is %s, never a no that was not said', (code, expected) => {
    const data = client({ AtlRelatie: [{ Flexibiliteit: [{ IndBereidOnregelmatigWerk: [code] }] }] });
    expect(sonarPerson(data, bsn).willing.irregularHours).toBe(expected);
  });

  test('an element repeated is taken at its first word, and an empty one is one of which nothing is told', () => {
    const data = client({ Voornamen: ['Eerst', 'Dan'], FeitelijkAdres: [''], AtlRelatie: ['', { Mobiliteit: [''] }] });
    expect(sonarPerson(data, bsn)).toMatchObject({ firstNames: 'Eerst', postcode: null, maxTravelMinutes: null });
  });
});

describe('VUM’s answers', () => {
  const match = { vumID: 'v1', mobiliteit: { bemiddelingspostcode: '3011aa' } };
  const answer = (...found: object[]) => ({ maximumAantalResultatenBereikt: false, vraagID: 'q', matches: found });

  test('with as little as may be are heard all the same', () =>
    expect(matches(answer(match))).toEqual({
      questionId: 'q',
      more: false,
      matches: [
        {
          vumId: 'v1',
          postcode: '3011AA',
          maxTravelKm: null,
          maxTravelMinutes: null,
          occupations: [],
          contracts: [],
          qualifications: {
            levelCode: null,
            courses: [],
            competences: [],
            interests: [],
            education: [],
            drivingLicences: [],
            languages: [],
            experience: [],
          },
          sectors: [],
          transport: [],
          hoursMin: null,
          hoursMax: null,
          officeHours: null,
          irregularHours: null,
          availableFrom: null,
          availableUntil: null,
          contactDetailsGiven: null,
        },
      ],
    }));

  test('with codes that we do not know pass them on', () => {
    const odd = {
      ...match,
      contractvorm: [{ codeTypeArbeidscontract: 'Z', codeTypeOvereenkomst: '99' }],
      vervoermiddel: [{ codeVervoermiddel: 77 }],
      werktijden: { indicatieKantoortijden: 7 },
      sector: [{ codeSbi: '01131' }],
      nieuwVeld: { x: 1 },
    };
    expect(matches(answer(odd)).matches[0]).toMatchObject({
      contracts: [{ type: null, typeCode: 'Z', agreementCode: '99' }],
      transport: [{ code: '77' }],
      officeHours: null,
      sectors: ['01131'],
    });
  });

  test('count what is empty as absent', () =>
    expect(
      profile(
        {
          bronID: '',
          werkzoekende: {
            persoonlijkePresentatie: '',
            emailadres: [''],
            mobiliteit: {},
            flexibiliteit: { datumAanvangBeschikbaarVoorWerk: '' },
          },
        },
        'v',
      ),
    ).toMatchObject({ sourceId: null, presentation: null, emails: [], postcode: null, availableFrom: null }));

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['no matches', { maximumAantalResultatenBereikt: false, vraagID: 'q' }],
    ['matches that are no list', { ...answer(), matches: {} }],
    ['a match without a number', answer({ mobiliteit: { bemiddelingspostcode: '3011AA' } })],
    ['a match without a place', answer({ vumID: 'v' })],
    ['hours that are no number', answer({ ...match, werktijden: { aantalWerkurenPerWeekMaximaal: 'veel' } })],
    ['a day that cannot be', answer({ ...match, flexibiliteit: { datumAanvangBeschikbaarVoorWerk: '2026-02-30' } })],
  ])('%s is malformed', (_what, body) =>
    expect(() => matches(body)).toThrow(expect.objectContaining({ partner: 'SONAR', kind: 'MALFORMED' })),
  );
});

describe('a question', () => {
  const place = { postcode: '3011AA', distanceKm: 10 };
  test.each<[object, RegExp]>([
    [{ postcode: '3011' }, /postcode/],
    [{ postcode: '3011 AA' }, /postcode/],
    [{ distanceKm: -1 }, /afstand/],
    [{ distanceKm: 1_000 }, /afstand/],
    [{ distanceKm: 1.5 }, /afstand/],
    [{ canWorkHours: 0 }, /uren/],
    [{ contentWithHours: 100 }, /uren/],
    [{ availableOn: '2026-02-30' }, /datum/],
    [{ languages: [{ code: 'NL' }] }, /taal/],
    [{ languages: [{ code: 'nld', speaking: 1 }] }, /taal/],
    [{ drivingLicences: ['$where'] }, /rijbewijs/],
    [{ contractTypes: ['O'] }, /contractvorm/],
    [{ occupations: [{ $ne: 1 }] }, /beroep/],
  ])('with %j is refused before it is asked', (wrong, sentence) => {
    const ask = () => vraagObject({ ...place, ...wrong } as JobseekerQuery);
    expect(ask).toThrow(
      expect.objectContaining({
        kind: 'REFUSED',
        partnerCode: 'ONGELDIGE_VRAAG',
        partnerMessage: expect.stringMatching(sentence),
      }),
    );
  });

  test('leaves out what is not asked, and lists that are empty', () =>
    expect(vraagObject({ ...place, occupations: [], contractTypes: [], drivingLicences: [], languages: [] })).toEqual({
      selectiegebied: { postcode: '3011AA', afstand: 10 },
    }));

  test('asks a no as a no', () =>
    expect(vraagObject({ ...place, officeHours: false, irregularHours: true })).toMatchObject({
      'werktijden.indicatieKantoortijden': { $eq: 2 },
      'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst': { $eq: 1 },
    }));
});
