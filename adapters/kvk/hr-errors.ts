import type { PartnerError } from '../partner-error.js';
import { check, passesEleven } from '../soap-formats.js';
import { faultError } from '../soap-fwi.js';
import { children, textOf } from '../soap-xml.js';
import { Meldingen } from './hr-wire.js';
import { refused } from './refusal.js';

/** A sentence of KvK's without numbers that may be a person's: of a BSN nothing may stand in an error. */
const decent = (sentence: string | null): string | null =>
  sentence?.replace(/\d+/g, (digits) => (passesEleven(digits) ? '*********' : digits)) ?? null;

/**
 * Throws the first `fout`, and returns the error for when there is no product: its reason is then a warning or information,
 * which beside a product is passed over. Codes of KvK Dataservice are not public: opaque, but for those that KvK's other
 * products have too.
 * @throws PartnerError
 */
export function heedMeldingen(data: unknown): PartnerError {
  const { meldingen } = check('KVK', Meldingen, data);
  const fout = meldingen?.fout[0];
  if (fout) throw refused(fout.code, decent(fout.omschrijving));
  const why = meldingen?.waarschuwing[0] ?? meldingen?.informatie[0];
  return refused(why?.code ?? null, decent(why?.omschrijving ?? null));
}

/** A SOAP Fault of KvK's: its own code (WSA01, AUTHPSTBS09) stands in the faultcode or begins the faultstring. */
export function dataserviceFault(fault: Element): PartnerError {
  const [code, sentence] = ['faultcode', 'faultstring'].map((name) => textOf(children(fault, null, name)[0]) ?? '');
  const own = /(?:^|:)([A-Z]{3,12}\d{2,4})$/.exec(code!)?.[1] ?? /^([A-Z]{3,12}\d{2,4})\b/.exec(sentence!)?.[1];
  return own ? refused(own, null) : faultError('KVK', fault);
}
