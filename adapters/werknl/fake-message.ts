import { children, readXml, textOf, XmlError } from '../soap-xml.js';
import { HR_XML, MESSAGE, STATUSES, type SetuStatus } from './setu.js';
import { schemaError } from './setu-schema.js';

/** Status, and the sentence in Reason. */
export type Refusal = [status: number, reason: string];

/** Of a message, whom it is about and what it asks. */
export interface Message {
  id: string;
  messageId: string | null;
  status: SetuStatus;
  /** As it came, to be echoed. */
  ids: { owner: string; values: { name: string | null; value: string }[] }[];
}

/** SETU's code list vacancyRoles. */
const ROLES = ['owner', 'recruiter', 'distributor', 'publicist'];

/** The root element when the message is as the schema has it. */
export function document(body: string, name: string): Element | Refusal {
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
export function messageOf(root: Element): Message | Refusal {
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
export function businessError(root: Element): string | null {
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
