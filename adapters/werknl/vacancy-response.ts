import { PartnerError } from '../partner-error.js';
import { children, only, readXml, textOf, XmlError } from '../soap-xml.js';
import type { VacancyReceipt } from './port.js';
import { HR_XML, OUR_ROLE, type SetuStatus } from './setu.js';

const BECOMES: Record<SetuStatus, VacancyReceipt['status']> = {
  'x:put': 'PUBLISHED',
  'x:activate': 'PUBLISHED',
  'x:deactivate': 'HIDDEN',
  'x:delete': 'WITHDRAWN',
  'x:duplicate': 'PUBLISHED',
  'x:edit': 'UNCHANGED',
  'x:prolong': 'UNCHANGED',
};

/** Each child once and in its place: a second Reason could say something else. */
const ORDER = /^MessageId (ReactionToMessageId ){1,4}(AdvertisementId )?Reason $/;

/**
 * VacancyResponseNL in our words. It has no field for yes or no: where werk.nl names an advertisement in a 2xx answer it is
 * done; otherwise `Reason` tells why not.
 * @param asked what we sent, which the answer must be about
 * @throws PartnerError REFUSED with the reason; MALFORMED when it is no VacancyResponseNL, or one to another message
 */
export function receipt(
  text: string,
  httpStatus: number,
  asked: { id: string; messageId: string; status: SetuStatus },
): VacancyReceipt {
  const { externalId, reason, reactsTo } = response(text);
  const done = httpStatus >= 200 && httpStatus < 300 && externalId !== null;
  if (!done) {
    const partnerCode = httpStatus >= 300 ? String(httpStatus) : null;
    throw new PartnerError('WERK_NL', 'REFUSED', { partnerCode, partnerMessage: reason });
  }
  if (!reactsTo.has(asked.messageId) || !reactsTo.has(asked.id)) throw malformed('an answer to another message');
  return { externalId, status: BECOMES[asked.status], messages: reason ? [reason] : [] };
}

const malformed = (why: string) => new PartnerError('WERK_NL', 'MALFORMED', { cause: new Error(why) });

function response(text: string): { externalId: string | null; reason: string | null; reactsTo: Set<string | null> } {
  try {
    const root = readXml(text).documentElement;
    if (root?.localName !== 'VacancyResponseNL' || root.namespaceURI !== HR_XML) throw new XmlError('another document');
    const names = children(root).map(({ localName, namespaceURI }) => `${namespaceURI === HR_XML ? localName : '?'} `);
    if (!ORDER.test(names.join(''))) throw new XmlError('another order');
    const reactsTo = children(root, HR_XML, 'ReactionToMessageId')
      .filter((id) => id.getAttribute('idOwner') === OUR_ROLE)
      .flatMap((id) => children(id, HR_XML, 'IdValue'))
      .map(textOf);
    return {
      externalId: textOf(children(root, HR_XML, 'AdvertisementId')[0]),
      reason: textOf(only(root, HR_XML, 'Reason')),
      reactsTo: new Set(reactsTo),
    };
  } catch (error) {
    // Parsers quote what they failed on: that is not kept.
    throw malformed(error instanceof XmlError ? error.message : 'unreadable');
  }
}
