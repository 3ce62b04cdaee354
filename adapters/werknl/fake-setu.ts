import { createHash } from 'node:crypto';
import type { FakeAnswer } from '../fake-faults.js';
import type { FakeRequest } from '../fakes.js';
import type { VacancyFact } from './facts.js';
import { businessError, document, messageOf, type Message, type Refusal } from './fake-message.js';
import { vacature } from './fake-vacature.js';
import { HR_XML, type SetuStatus } from './setu.js';
import { element, optional } from './write-xml.js';

/** What the fake keeps of a vacancy or CV that was put to it. */
export interface KeptDocument {
  id: string;
  advertisementId: string;
  status: 'ACTIVE' | 'INACTIVE' | 'WITHDRAWN';
  /** Every status that was asked for it, oldest first. */
  asked: SetuStatus[];
  /** The last message that told its content, as it came; null when it was withdrawn. */
  xml: string | null;
}

export interface SetuFake {
  answer(request: FakeRequest): FakeAnswer;
  /** A VacancyResponseNL that names no advertisement, to whatever was sent. */
  refusal(reason: string): FakeAnswer;
  vacancies(): KeptDocument[];
  cvs(): KeptDocument[];
  /** The vacancies that are shown, as VUM has them. */
  shown(): VacancyFact[];
}

const TYPES = ['application/xml', 'text/xml'];
const LONGEST = 1_000_000;

/** SETU's two messages as werk.nl might take them: `POST /setu/vacatures` and `POST /setu/cvs`. */
export function setuFake(): SetuFake {
  const vacancies = new Map<string, KeptDocument & { fact: VacancyFact | null }>();
  const cvs = new Map<string, KeptDocument & { fact: null }>();
  const seen = new Map<string, { digest: string; answer: FakeAnswer }>();
  let numbers = 0;

  function response(
    status: number,
    told: { message: Message | null; advertisementId?: string; reason: string },
  ): FakeAnswer {
    numbers += 1;
    const ids = told.message?.ids ?? [{ owner: 'owner', values: [{ name: null, value: 'onbekend' }] }];
    const document = element(
      'VacancyResponseNL',
      { xmlns: HR_XML },
      element('MessageId', { idOwner: 'publicist' }, element('IdValue', null, `antwoord-${numbers}`)),
      ids.slice(0, 4).map(({ owner, values }) =>
        element(
          'ReactionToMessageId',
          { idOwner: owner },
          values.map(({ name, value }) => element('IdValue', name === null ? null : { name }, value)),
        ),
      ),
      optional('AdvertisementId', told.advertisementId ?? null),
      element('Reason', null, told.reason),
    );
    return {
      status,
      headers: { 'Content-Type': 'application/xml; charset=utf-8' },
      body: `<?xml version="1.0" encoding="UTF-8"?>${document.text}`,
    };
  }
  const refused = ([status, reason]: Refusal, message: Message | null = null) => response(status, { message, reason });

  function carryOut(
    kept: Map<string, KeptDocument & { fact: VacancyFact | null }>,
    message: Message,
    root: Element,
    xml: string,
  ) {
    const { id, status } = message;
    const known = kept.get(id);
    const there = known !== undefined && known.status !== 'WITHDRAWN';
    const putting = status === 'x:put' || status === 'x:duplicate';
    const cv = root.localName === 'CandidateNL';
    if (putting && there && !cv)
      return refused([409, 'Deze vacature is al geplaatst; wijzig haar met x:edit.'], message);
    if (!putting && !there) return refused([404, 'Er is geen vacature of cv met dit kenmerk.'], message);
    const advertisementId = there ? known.advertisementId : String(10_000_000 + numbers + 1);
    const becomes =
      status === 'x:delete'
        ? 'WITHDRAWN'
        : status === 'x:deactivate'
          ? 'INACTIVE'
          : status === 'x:edit' || status === 'x:prolong'
            ? known!.status
            : 'ACTIVE';
    kept.set(id, {
      id,
      advertisementId,
      status: becomes,
      asked: [...(known?.asked ?? []), status],
      xml: status === 'x:delete' ? null : xml,
      fact: becomes === 'ACTIVE' && !cv ? vacature(root, advertisementId) : null,
    });
    return response(200, { message, advertisementId, reason: DONE[status] });
  }

  function answer({ method, path, headers, body }: FakeRequest): FakeAnswer {
    const root = { '/setu/vacatures': 'PositionOpeningNL', '/setu/cvs': 'CandidateNL' }[path];
    if (root === undefined) return refused([404, 'Deze dienst bestaat niet.']);
    if (method !== 'POST') return refused([405, 'Alleen POST wordt ondersteund.']);
    const [type = '', ...parameters] = String(headers['content-type'])
      .toLowerCase()
      .split(/\s*;\s*/);
    const charset = parameters.find((one) => one.startsWith('charset='))?.slice(8);
    if (!TYPES.includes(type) || (charset !== undefined && charset !== 'utf-8'))
      return refused([415, 'Alleen XML in UTF-8 wordt ondersteund.']);
    if (body.length > LONGEST) return refused([413, 'Het bericht is te groot.']);
    const read = document(body, root);
    if (Array.isArray(read)) return refused(read);
    const message = messageOf(read);
    if (Array.isArray(message)) return refused(message);
    const digest = createHash('sha256').update(body).digest('base64');
    const key = message.messageId === null ? null : `${path} ${message.messageId}`;
    const before = key === null ? undefined : seen.get(key);
    if (before)
      return before.digest === digest
        ? before.answer
        : refused([409, 'Onder dit kenmerk is al een ander bericht ontvangen.'], message);
    const wrong = businessError(read);
    if (wrong) return refused([422, wrong], message);
    const done = carryOut(root === 'CandidateNL' ? cvs : vacancies, message, read, body);
    // What was refused was not done: sent again, it may be.
    if (key !== null && done.status === 200) seen.set(key, { digest, answer: done });
    return done;
  }

  const kept = (all: Map<string, KeptDocument & { fact: unknown }>): KeptDocument[] =>
    [...all.values()].map(({ fact: _fact, ...document }) => structuredClone(document));
  return {
    answer,
    refusal: (reason) => refused([200, reason]),
    vacancies: () => kept(vacancies),
    cvs: () => kept(cvs),
    shown: () => [...vacancies.values()].flatMap(({ fact }) => fact ?? []),
  };
}

const DONE: Record<SetuStatus, string> = {
  'x:put': 'Geplaatst.',
  'x:duplicate': 'Als kopie geplaatst.',
  'x:edit': 'Gewijzigd.',
  'x:activate': 'Zichtbaar gemaakt.',
  'x:deactivate': 'Verborgen.',
  'x:prolong': 'Verlengd.',
  'x:delete': 'Verwijderd.',
};
