import { PartnerError } from '../partner-error.js';
import { isPayrollTaxNumber, passesEleven } from '../soap-formats.js';
import type { SbrQuery } from './port.js';

/** What each number is called on the wire, and what it must look like. */
const NUMBERS = {
  kvkNumber: ['InschrijvingsnrKvK', 'KVK-nummer', (number: string) => /^[0-9]{8}$/.test(number)],
  establishmentNumber: [
    'VestigingsnrHandelsregister',
    'vestigingsnummer',
    (number: string) => /^[0-9]{12}$/.test(number),
  ],
  payrollTaxNumber: ['Loonheffingennr', 'loonheffingennummer', isPayrollTaxNumber],
  fiscalNumber: ['FiNr', 'fiscaal nummer', passesEleven],
} as const;

const refused = (what: string) =>
  new PartnerError('SUWI', 'REFUSED', {
    partnerCode: 'ONGELDIG_NUMMER',
    partnerMessage: `Het ${what} is niet geldig.`,
  });

/**
 * What stands in SbrWerkgeverInfo: one number by its Dutch name.
 * @throws PartnerError REFUSED (ONGELDIG_NUMMER) for a number that cannot be, and for none or more than one
 */
export function question(query: SbrQuery): { [name: string]: string } {
  const given = Object.entries(query).filter(([, value]) => (value as unknown) !== undefined) as [string, string][];
  const [[name, value] = ['', ''], ...more] = given;
  const known = Object.hasOwn(NUMBERS, name) ? NUMBERS[name as keyof typeof NUMBERS] : null;
  if (!known || more.length) throw refused('nummer');
  const [element, dutch, valid] = known;
  if (!valid(value)) throw refused(dutch);
  return { [element]: value };
}

/** @throws PartnerError REFUSED (ONGELDIG_NUMMER), which does not tell the number */
export function checkBsn(bsn: string): string {
  if (!passesEleven(bsn)) throw refused('BSN');
  return bsn;
}
