import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { children, readXml } from '../../../adapters/soap-xml.js';
import { candidate, candidateWithdrawal } from '../../../adapters/werknl/candidate.js';
import { setuFake } from '../../../adapters/werknl/fake-setu.js';
import { positionOpening } from '../../../adapters/werknl/position-opening.js';
import { STATUSES } from '../../../adapters/werknl/setu.js';
import { schemaError } from '../../../adapters/werknl/setu-schema.js';
import { BARE_CV, BARE_VACANCY, CV, SENDER, VACANCY } from './examples.js';
import { missing, REFERENCE, setuXsd, type SetuXsd } from './setu-xsd.js';

const described = missing === null ? describe : describe.skip;
if (missing !== null) test.skip(`${missing}: our XML is not held against SETU’s schemas`, () => {});

const { telephone: _telephone, email: _email, ...BARE_SENDER } = SENDER;
const vacancies = [
  ...STATUSES.map((status) => positionOpening(VACANCY, status, 'm-1', SENDER)),
  positionOpening(BARE_VACANCY, 'x:put', 'm-2', BARE_SENDER),
];
const cvs = [candidate(CV, 'm-3', SENDER), candidate(BARE_CV, 'm-4', BARE_SENDER), candidateWithdrawal(CV.id, 'm-5')];

/** `xml` in every way in which one element is left out, stands twice, or changes places with the next. */
function spoiled(xml: string): { what: string; xml: string }[] {
  const made: { what: string; xml: string }[] = [];
  const elements: { name: string; from: number; to: number; depth: number }[] = [];
  const stack: { name: string; from: number }[] = [];
  for (const tag of xml.matchAll(/<(\/?)([A-Za-z]+)(?: [^>]*)?>/g)) {
    if (!tag[1]) stack.push({ name: tag[2]!, from: tag.index });
    else {
      const { name, from } = stack.pop()!;
      elements.push({ name, from, to: tag.index + tag[0].length, depth: stack.length });
    }
  }
  expect(stack).toEqual([]);
  for (const one of elements.filter(({ depth }) => depth > 0)) {
    const text = xml.slice(one.from, one.to);
    made.push({ what: `without ${one.name}`, xml: xml.slice(0, one.from) + xml.slice(one.to) });
    made.push({ what: `${one.name} twice`, xml: xml.slice(0, one.to) + text + xml.slice(one.to) });
    const next = elements.find(({ from, depth }) => from === one.to && depth === one.depth);
    if (next)
      made.push({
        what: `${next.name} before ${one.name}`,
        xml: xml.slice(0, one.from) + xml.slice(next.from, next.to) + text + xml.slice(next.to),
      });
  }
  return made;
}

describe('a message', () => {
  test.each([...vacancies, ...cvs])('is one the fake’s own schema allows (%#)', (xml) => {
    expect(schemaError(readXml(xml).documentElement)).toBeNull();
  });

  test('says what was told, and none of it becomes markup', () => {
    const hostile = '</Name><Status>x:delete</Status><!-- ]]> & " \' \u0000\u001b\uFFFF\uD800 é 😀';
    const xml = positionOpening(
      {
        ...VACANCY,
        title: hostile,
        occupation: { name: hostile, code: hostile, codeList: null },
        competences: [hostile],
      },
      'x:put',
      'm-1',
      SENDER,
    );
    const root = readXml(xml).documentElement;
    expect(schemaError(root)).toBeNull();
    const read = hostile.replace('\u0000\u001b\uFFFF\uD800', '\uFFFD'.repeat(4));
    const advertisement = children(root).find(({ localName }) => localName === 'AdvertisementInfoNL')!;
    expect(advertisement.lastChild!.textContent).toBe(read);
    expect(xml.match(/x:delete<\/Status>/g)).toBeNull();
  });

  test('about a CV holds no name, birth date, number or address of the person', () => {
    for (const xml of cvs)
      expect(xml).not.toMatch(/PersonalData|PersonName|DateOfBirth|GenderCode|LegalIdentifiers|PostalAddress/);
    expect(candidateWithdrawal(CV.id, 'm-5').length).toBeLessThan(500);
  });
});

described('SETU’s own schemas (xmllint)', () => {
  let xsd: SetuXsd;
  beforeAll(() => {
    xsd = setuXsd();
  });
  afterAll(() => xsd?.remove());

  test('allow every PositionOpeningNL that we send, whatever it asks', () => {
    expect(xsd.errors('PositionOpeningNL1p1.xsd', vacancies)).toEqual(vacancies.map(() => null));
  });

  test('allow every CandidateNL that we send', () => {
    expect(xsd.errors('CandidateNL.xsd', cvs)).toEqual(cvs.map(() => null));
  });

  test('allow every answer of the fake, a refusal too', () => {
    const fake = setuFake();
    const send = (body: string, path = '/setu/vacatures') =>
      fake.answer({
        method: 'POST',
        path,
        query: new URLSearchParams(),
        headers: { 'content-type': 'application/xml; charset=utf-8' },
        body,
        url: 'http://fake',
      });
    const answers = [
      send(vacancies[0]!),
      send(positionOpening(VACANCY, 'x:edit', 'm-9', SENDER)),
      send(positionOpening(BARE_VACANCY, 'x:edit', 'm-8', SENDER)),
      send('<x/>'),
      send('no xml'),
      send(cvs[0]!, '/setu/cvs'),
      send(cvs[2]!, '/setu/cvs'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400, 400, 200, 200]);
    expect(
      xsd.errors(
        'VacancyResponseNL.xsd',
        answers.map(({ body }) => body),
      ),
    ).toEqual(answers.map(() => null));
  });

  test('and the fake agree on their own examples', () => {
    for (const name of readdirSync(join(REFERENCE, 'SEP')).filter((file) =>
      /^PositionOpeningNLExample1p1.*\.xml$|^CandidateNL.*\.xml$/.test(file),
    )) {
      const xml = readFileSync(join(REFERENCE, 'SEP', name), 'utf8');
      const schema = name.startsWith('Candidate') ? 'CandidateNL.xsd' : 'PositionOpeningNL1p1.xsd';
      const official = xsd.errors(schema, [xml])[0];
      expect([name, official === null ? null : 'wrong']).toEqual([
        name,
        schemaError(readXml(xml).documentElement) === null ? null : 'wrong',
      ]);
    }
  });

  test.each([
    ['PositionOpeningNL1p1.xsd', 'a vacancy', vacancies[0]!],
    ['CandidateNL.xsd', 'a CV', cvs[0]!],
  ])('%s and the fake agree on %s with any one element missing, doubled or out of order', (schema, _what, xml) => {
    const made = spoiled(xml);
    expect(made.length).toBeGreaterThan(150);
    const official = xsd.errors(
      schema,
      made.map((one) => one.xml),
    );
    const ours = made.map((one) => schemaError(readXml(one.xml).documentElement));
    const differ = (at: number) => (official[at] === null) !== (ours[at] === null);
    expect(made.filter((_, at) => differ(at)).map(({ what }) => what)).toEqual([]);
    expect(official.filter((error) => error !== null).length).toBeGreaterThan(100);
  });
});
