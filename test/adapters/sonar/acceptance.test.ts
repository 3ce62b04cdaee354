import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { factsFrom } from '../../../adapters/sonar/fake-files.js';
import type { JobseekerProfile, JobseekerQuery } from '../../../adapters/sonar/port.js';
import { openSonar } from './open.js';

const REFERENCE = new URL('../../../../shared/reference/', import.meta.url);
const ACCEPTANCE = new URL('vum/acceptance/', REFERENCE);
const there = existsSync(ACCEPTANCE);
const described = there ? describe : describe.skip;
if (!there)
  test.skip('../shared/reference/vum does not stand beside the project: VUM’s acceptance questions are not asked', () => {});
const read = (path: string): string => (there ? readFileSync(new URL(path, REFERENCE), 'utf8') : '');

// Questions of the suite are read as they stand: what has no words of ours fails in the test.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = Record<string, any>;
interface Question {
  nr: number;
  vraagObject: Json;
  expectedIds: string[];
}
const questions = JSON.parse(read('vum/acceptance/queries.json') || '[]') as Question[];
const profiles = read('vum/acceptance/profiles.ndjson')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Json);
const centroids = new Map(
  read('data/pc4-centroids.csv')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line): [string, [number, number]] => {
      const cells = line.trim().split(',');
      return [cells[0]!, [Number(cells.at(-2)), Number(cells.at(-1))]];
    }),
);

/** The question in our words, from the words of the suite: any that has no such words fails here. */
function inOurWords(vraagObject: Json): JobseekerQuery {
  const query: Json = {};
  for (const [name, asked] of Object.entries(vraagObject)) {
    const or = asked.$elemMatch?.$or as Json[] | undefined;
    const all = asked.$all as { $elemMatch: Json }[] | undefined;
    if (name === 'selectiegebied') Object.assign(query, { postcode: asked.postcode, distanceKm: asked.afstand });
    else if (name === 'contractvorm')
      query.contractTypes = or!.map(
        (one) => ({ O: 'PERMANENT', B: 'TEMPORARY' })[one.codeTypeArbeidscontract.$eq as 'O'],
      );
    else if (name === 'bemiddelingsberoep') query.occupations = or!.map((one) => one['beroep.codeBeroepsnaam'].$eq);
    else if (name.endsWith('indicatieOnregelmatigWerkOfPloegendienst')) query.irregularHours = asked.$eq === 1;
    else if (name.endsWith('indicatieKantoortijden')) query.officeHours = asked.$eq === 1;
    else if (name.endsWith('aantalWerkurenPerWeekMaximaal')) query.canWorkHours = asked.$gte;
    else if (name.endsWith('aantalWerkurenPerWeekMinimaal')) query.contentWithHours = asked.$lte;
    else if (name === 'datumAanvangBeschikbaarVoorWerk') query.availableOn = asked.$lte;
    else if (name.endsWith('rijbewijs'))
      query.drivingLicences = all!.map((one) => one.$elemMatch.codeSoortRijbewijs.$eq);
    else if (name.endsWith('taalbeheersing'))
      query.languages = all!.map(({ $elemMatch: one }) => ({
        code: one.codeTaal.$eq,
        ...(one.codeNiveauTaalbeheersingMondeling && { speaking: one.codeNiveauTaalbeheersingMondeling.$gte }),
        ...(one.codeNiveauTaalbeheersingSchriftelijk && { writing: one.codeNiveauTaalbeheersingSchriftelijk.$gte }),
      }));
    else throw new Error(`no words for ${name}`);
  }
  return query as unknown as JobseekerQuery;
}

/** The query language of MongoDB, as much of it as VUM borrows: written apart from the fake, to check it. */
function holds(value: unknown, condition: Json): boolean {
  return Object.entries(condition).every(([name, asked]) => {
    if (name === '$eq') return value === asked;
    if (name === '$gte') return value !== undefined && (value as number) >= asked;
    if (name === '$lte') return value !== undefined && (value as number) <= asked;
    if (name === '$or') return (asked as Json[]).some((one) => holds(value, one));
    if (name === '$elemMatch') return Array.isArray(value) && value.some((item) => holds(item, asked));
    if (name === '$all') return (asked as Json[]).every((one) => holds(value, one));
    return holds(
      name.split('.').reduce<unknown>((inside, part) => (inside as Json | undefined)?.[part], value),
      asked,
    );
  });
}

/** Kilometres by the spherical law of cosines: another formula than the fake's, within metres of it. */
function apart(a: string, b: string): number {
  const [from, to] = [centroids.get(a.slice(0, 4)), centroids.get(b.slice(0, 4))];
  if (!from || !to) return Infinity;
  const [φ1, λ1, φ2, λ2] = [...from, ...to].map((degrees) => (degrees / 180) * Math.PI) as [
    number,
    number,
    number,
    number,
  ];
  const cosine = Math.sin(φ1) * Math.sin(φ2) + Math.cos(φ1) * Math.cos(φ2) * Math.cos(λ1 - λ2);
  return 6_371 * Math.acos(Math.min(1, cosine));
}

/** A profile in our words written back as VUM writes it: what the mapper lost is missing here. */
function written(profile: JobseekerProfile): unknown {
  const indication = (value: boolean | null) => (value === null ? undefined : value ? 1 : 2);
  const whole = (code: string | null) => (code === null ? undefined : Number(code));
  const { qualifications: q } = profile;
  return full({
    idWerkzoekende: profile.sourceReference,
    persoonlijkePresentatie: profile.presentation,
    mobiliteit: {
      bemiddelingspostcode: profile.postcode,
      maximaleReisafstand: profile.maxTravelKm,
      maximaleReistijd: profile.maxTravelMinutes,
    },
    bemiddelingsberoep: profile.occupations.map((codeBeroepsnaam) => ({ codeBeroepsnaam })),
    contractvorm: profile.contracts.map(({ typeCode, agreementCode }) => ({
      codeTypeArbeidscontract: typeCode,
      codeTypeOvereenkomst: agreementCode,
    })),
    flexibiliteit: {
      indicatieOnregelmatigWerkOfPloegendienst: indication(profile.irregularHours),
      datumAanvangBeschikbaarVoorWerk: profile.availableFrom,
      datumEindeBeschikbaarVoorWerk: profile.availableUntil,
    },
    werktijden: {
      aantalWerkurenPerWeekMinimaal: profile.hoursMin,
      aantalWerkurenPerWeekMaximaal: profile.hoursMax,
      indicatieKantoortijden: indication(profile.officeHours),
    },
    sector: profile.sectors.map((codeSbi) => ({ codeSbi: Number(codeSbi) })),
    vervoermiddel: profile.transport.map(({ code, forCommute, forWork }) => ({
      codeVervoermiddel: whole(code),
      indicatieBeschikbaarVoorWoonWerkverkeer: indication(forCommute),
      indicatieBeschikbaarVoorUitvoeringWerk: indication(forWork),
    })),
    indicatieBeschikbaarheidContactgegevens: indication(profile.contactDetailsGiven),
    indicatieLdrRegistratie: indication(profile.inTargetGroupRegister),
    emailadres: profile.emails,
    telefoonnummer: profile.phones,
    webadres: profile.websites.map(({ kindCode, url }) => ({ codeWebadres: whole(kindCode), url })),
    contactpersoon: profile.contacts.map(({ name, email, phone }) => ({
      naamContactpersoonAfdeling: name,
      emailadres: email,
      telefoonnummer: phone,
    })),
    eisAanWerk: {
      indicatieAanpassingWerkomgeving: indication(profile.needs.adaptedWorkplace),
      indicatieBegeleiding: indication(profile.needs.coaching),
      indicatieWerkvariatie: indication(profile.needs.variation),
    },
    arbeidsmarktkwalificatie: {
      codeWerkEnDenkniveauWerkzoekende: whole(q.levelCode),
      cursus: q.courses.map((course) => ({
        naamCursus: course.name,
        naamOpleidingsinstituut: course.institute,
        toelichtingCursus: course.explanation,
        indicatieCertificaat: indication(course.certificate),
        datumCertificaat: course.certifiedOn,
        datumAanvangVolgenCursus: course.startedOn,
        datumEindeVolgenCursus: course.endedOn,
      })),
      competentiebeheersing: q.competences.map((codeCompetentie) => ({ codeCompetentie })),
      interesse: q.interests.map((naamInteresse) => ({ naamInteresse })),
      opleiding: q.education.map((one) => ({
        codeOpleidingsnaam: one.code,
        codeNiveauOpleiding: whole(one.levelCode),
        codeStatusOpleiding: whole(one.statusCode),
        indicatieDiploma: indication(one.diploma),
        datumDiploma: one.diplomaOn,
        datumAanvangVolgenOpleiding: one.startedOn,
        datumEindeVolgenOpleiding: one.endedOn,
        naamOpleidingsinstituut: one.institute,
        toelichtingOpleiding: one.explanation,
      })),
      rijbewijs: q.drivingLicences.map((codeSoortRijbewijs) => ({ codeSoortRijbewijs })),
      taalbeheersing: q.languages.map((one) => ({
        codeTaal: one.code,
        codeNiveauTaalbeheersingLezen: whole(one.reading),
        codeNiveauTaalbeheersingLuisteren: whole(one.listening),
        codeNiveauTaalbeheersingMondeling: whole(one.speaking),
        codeNiveauTaalbeheersingSchriftelijk: whole(one.writing),
      })),
      werkervaring: q.experience.map((one) => ({
        beroep: { codeBeroepsnaam: one.occupation },
        naamOrganisatie: one.organisation,
        toelichtingWerkervaring: one.explanation,
        datumAanvangWerkzaamheden: one.startedOn,
        datumEindeWerkzaamheden: one.endedOn,
      })),
    },
  });
}

/** Without what VUM counts as absent: nothing, empty, and an indication that is not known (0) or does not apply (8). */
function full(value: unknown, name = ''): unknown {
  if (value === null || value === '') return undefined;
  if (name.startsWith('indicatie') && (value === 0 || value === 8)) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => full(item)).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  const kept = Object.entries(value)
    .map(([field, inside]): [string, unknown] => [field, full(inside, field)])
    .filter(([, inside]) => inside !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

let open: Awaited<ReturnType<typeof openSonar>>;
beforeAll(async () => {
  if (!there) return;
  open = await openSonar(
    { deadlineMs: 10_000 },
    { facts: [...factsFrom(read('data/pc4-centroids.csv')), ...factsFrom(read('vum/acceptance/profiles.ndjson'))] },
  );
});
afterAll(() => open?.stop());
const byId = new Map(profiles.map((profile) => [profile.idWerkzoekende as string, profile]));

described('VUM’s acceptance questions about jobseekers', () => {
  test('are 25, asked of 1,000 profiles', () => expect([questions.length, profiles.length]).toEqual([25, 1_000]));

  test.each(questions)(
    'question $nr: every profile expected is among the matches',
    async ({ vraagObject, expectedIds }) => {
      const { value } = await open.sonar.search(inOurWords(vraagObject));
      expect(value.questionId).toMatch(/./);
      expect(value.matches.length).toBeLessThanOrEqual(100);
      const found = value.matches.map(({ vumId }) => vumId);
      expect(expectedIds.filter((id) => !found.includes(id))).toEqual([]);
      for (const id of expectedIds) {
        const { value: profile } = await open.sonar.profile(id);
        expect(written(profile)).toEqual(full(byId.get(id)));
      }
    },
  );

  test.each(questions)(
    'question $nr: no match lies outside the question, and the nearest are given',
    async ({ vraagObject }) => {
      const { value } = await open.sonar.search(inOurWords(vraagObject));
      const { selectiegebied, ...criteria } = vraagObject;
      const right = profiles
        .filter((profile) => holds(profile, criteria))
        .map((profile) => ({
          id: profile.idWerkzoekende as string,
          km: apart(selectiegebied.postcode, profile.mobiliteit.bemiddelingspostcode),
        }))
        .filter(({ km }) => km <= selectiegebied.afstand)
        .sort((a, b) => a.km - b.km);
      const allowed = new Map(right.map(({ id, km }) => [id, km]));
      const found = value.matches.map(({ vumId }) => vumId);
      expect(found.filter((id) => !allowed.has(id))).toEqual([]);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(Math.min(100, right.length));
      expect(value.more).toBe(right.length > 100);
      const furthest = Math.max(0, ...found.map((id) => allowed.get(id)!));
      expect(right.filter(({ id, km }) => km < furthest - 0.01 && !found.includes(id))).toEqual([]);
    },
  );

  test('get each of the 1,000 profiles whole, on the wire and in our words', async () => {
    const headers = {
      'API-Version': '3.0.0',
      'X-VUM-berichtVersie': '3.0.0',
      'X-VUM-fromParty': '0'.repeat(20),
      'X-VUM-toParty': '00000000000000004103',
      'X-VUM-viaParty': '0'.repeat(20),
    };
    for (const profile of profiles) {
      const id = profile.idWerkzoekende as string;
      const answer = await fetch(`${open.fake.url}/api/v3/werkzoekendeProfielen/${id}`, { headers });
      expect(((await answer.json()) as Json).werkzoekende).toEqual(profile);
      expect(written((await open.sonar.profile(id)).value)).toEqual(full(profile));
    }
  });

  test('show nothing of who somebody is before a profile is asked for', async () => {
    const { value } = await open.sonar.search({ postcode: '3511AA', distanceKm: 999 });
    expect(value).toMatchObject({ more: true });
    expect(value.matches).toHaveLength(100);
    const told = JSON.stringify(value);
    for (const { vumId } of value.matches) {
      const whole = byId.get(vumId)!;
      for (const secret of [
        ...(whole.emailadres ?? []),
        ...(whole.telefoonnummer ?? []),
        whole.persoonlijkePresentatie,
      ])
        if (secret) expect(told).not.toContain(secret);
    }
  });
});
