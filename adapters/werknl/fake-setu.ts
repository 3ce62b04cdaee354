import { createHash } from 'node:crypto';
import type { FakeAnswer } from '../fake-faults.js';
import type { FakeRequest } from '../fakes.js';
import { children, readXml, textOf, XmlError } from '../soap-xml.js';
import type { VacancyFact } from './facts.js';
import { vacature } from './fake-vacature.js';
import { HR_XML, MESSAGE, STATUSES, type SetuStatus } from './setu.js';
import { schemaError } from './setu-schema.js';
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
  vacancies(): KeptDocument[];
  cvs(): KeptDocument[];
  /** The vacancies that are shown, as VUM has them. */
  shown(): VacancyFact[];
}

const TYPES = ['application/xml', 'text/xml'];
const ROLES = ['owner', 'recruiter', 'distributor', 'publicist'];
const LONGEST = 1_000_000;
/** Status, and the sentence in Reason. */
type Refusal = [status: number, reason: string];

interface Message {
  id: string;
  messageId: string | null;
  status: SetuStatus;
  /** As it came, to be echoed. */
  ids: { owner: string; values: { name: string | null; value: string }[] }[];
}

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
    if (key !== null) seen.set(key, { digest, answer: done });
    return done;
  }

  const kept = (all: Map<string, KeptDocument & { fact: unknown }>): KeptDocument[] =>
    [...all.values()].map(({ fact: _fact, ...document }) => structuredClone(document));
  return {
    answer,
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

/** The root element when the message is as the schema has it. */
function document(body: string, name: string): Element | Refusal {
  try {
    const root = readXml(body).documentElement;
    if (root.localName !== name || root.namespaceURI !== HR_XML) return [400, `Het bericht is geen ${name}.`];
    const wrong = schemaError(root);
    return wrong ? [422, wrong] : root;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return [400, 'Het bericht is geen leesbare XML, of heeft een DTD.'];
  }
}

const child = (parent: Element, name: string): Element | undefined => children(parent, HR_XML, name)[0];
const record = (root: Element): Element | undefined =>
  child(root, 'PositionRecordInfo') ?? child(root, 'CandidateRecordInfoNL');

/** SETU's business rules PositionRecordInfo.1 to .3. A CV's Id need not tell its owner. */
function messageOf(root: Element): Message | Refusal {
  const info = record(root);
  const ids = (info ? children(info, HR_XML, 'Id') : []).map((id) => ({
    owner: id.getAttribute('idOwner') || (root.localName === 'CandidateNL' ? 'owner' : ''),
    values: children(id, HR_XML, 'IdValue').map((value) => ({
      name: value.getAttribute('name') || null,
      value: textOf(value) ?? '',
    })),
  }));
  const values = ids.flatMap((id) => id.values);
  const status = STATUSES.find((one) => info && one === textOf(child(info, 'Status')));
  const id = values.find(({ name, value }) => name !== MESSAGE && value !== '');
  if (ids.length < 1 || ids.length > 4 || !id) return [422, 'Er is geen kenmerk, of er zijn er meer dan vier.'];
  if (!ids.every(({ owner }) => ROLES.includes(owner))) return [422, 'De eigenaar van het kenmerk is niet geldig.'];
  if (!status) return [422, 'De status is niet geldig.'];
  return { id: id.value, messageId: values.find(({ name }) => name === MESSAGE)?.value ?? null, status, ids };
}

/** Of SETU's business rules those that the schema does not hold and that any vacancy can follow; and a CV's consent. */
function businessError(root: Element): string | null {
  if (root.localName === 'CandidateNL') {
    const info = record(root)!;
    const allowed = ['true', '1'].includes(textOf(child(info, 'IndicatorStoringCVAllowed')) ?? '');
    return allowed || textOf(child(info, 'Status')) === 'x:delete' ? null : 'Het cv mag niet worden bewaard.';
  }
  if (!root.getAttribute('xml:lang')) return 'De taal van de vacature ontbreekt.';
  if (Number(textOf(child(root, 'NumberToFill')) ?? 1) < 1) return 'NumberToFill is minder dan 1.';
  if (!child(child(root, 'PositionProfileNL')!, 'PositionDetail')) return 'PositionDetail ontbreekt.';
  const roles = children(root, HR_XML, 'PositionSupplierNL').map((one) => textOf(child(one, 'Role')));
  return roles.every((role) => role !== null && ROLES.includes(role)) ? null : 'Een rol is niet geldig.';
}
