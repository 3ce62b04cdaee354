import { numberInDutch } from '../../in-dutch.js';
import type { UserError } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import type { AddressInput } from './address.js';
import type { UpdateEmployerInput } from './employer-inputs.js';

const POSTCODE = /^[1-9][0-9]{3} ?(?!S[ADS])[A-Z]{2}$/;

const MOST_PEOPLE = 1_000_000;
const MOST_LWA = 20;

/** The parts of an address, with their Dutch name and longest length. */
const PARTS = {
  street: ['De straat', 200],
  houseNumber: ['Het huisnummer', 20],
  houseNumberAddition: ['De toevoeging', 20],
  postcode: ['De postcode', 20],
  city: ['De plaats', 100],
} as const;

function addressErrors(address: AddressInput | null | undefined): UserError[] {
  if (!address) return [];
  const path = ['input', 'visitingAddress'];
  const { postcode, country } = address;
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) =>
    lengthErrors([...path, part], PARTS[part][0], address[part], 0, PARTS[part][1]),
  );
  return [
    ...parts,
    ...lengthErrors([...path, 'country'], 'Het land', country, 2, 100),
    ...(postcode && country === 'Nederland' && !POSTCODE.test(postcode)
      ? [userError('INVALID_POSTCODE', [...path, 'postcode'], 'Een postcode heeft de vorm 3011 AB.')]
      : []),
  ];
}

/** Refusals of what is asked to change, each by itself. */
export function employerInputErrors({
  tradeName,
  sector,
  website,
  headcount,
  visitingAddress,
  relationStatus,
  relationStatusReason,
  isKeyAccount,
  lwa,
}: UpdateEmployerInput): UserError[] {
  const empty = Object.entries({ tradeName, relationStatus, isKeyAccount, lwa }).filter(([, value]) => value === null);
  return [
    ...empty.map(([field]) => userError('NOT_EMPTY', ['input', field], `${field} kan niet leeg worden gemaakt.`)),
    ...lengthErrors(['input', 'tradeName'], 'De naam', tradeName, 2, 200),
    ...lengthErrors(['input', 'relationStatusReason'], 'De reden', relationStatusReason, 0, 500),
    ...lengthErrors(['input', 'sector'], 'De branche', sector, 1, 100),
    ...(website && !/^https?:\/\/[^\s]{3,200}$/.test(website)
      ? [userError('INVALID_URL', ['input', 'website'], 'De website begint met https:// of http://.')]
      : []),
    ...(typeof headcount === 'number' && (headcount < 0 || headcount > MOST_PEOPLE)
      ? [
          userError(
            'OUT_OF_RANGE',
            ['input', 'headcount'],
            `Het aantal werkzame personen (headcount) is 0 tot en met ${numberInDutch(MOST_PEOPLE)}.`,
          ),
        ]
      : []),
    ...addressErrors(visitingAddress),
    ...((lwa?.length ?? 0) > MOST_LWA
      ? [userError('TOO_MANY', ['input', 'lwa'], `Noem hoogstens ${MOST_LWA} leerwerkakkoorden (lwa).`)]
      : (lwa ?? []).flatMap((one, n) => lengthErrors(['input', 'lwa', String(n)], 'Een leerwerkakkoord', one, 1, 100))),
  ];
}
