import type { Identity } from '../../../../runtime/identity.js';
import { Severity, type RuleNotice, type UserError } from '../../../payload.js';
import { userError } from '../../../user-error.js';
import { OrganisationKind } from '../../organisation/organisation.js';
import { typesOn, type ContactMomentType } from '../contact-moment-type.js';

const MUNICIPAL: readonly (string | null)[] = [
  OrganisationKind.CENTRE_MUNICIPALITY,
  OrganisationKind.MUNICIPALITY,
  OrganisationKind.CLUSTER_MUNICIPALITY,
];

/** Type 7 serves all other contacts too: only the labour expert's own study is the labour expert's to register. */
const OPEN_TO_ALL = 7;
const EURES = 9;

/** By role, besides whoever holds the account. */
const EURES_USERS = ['ACCOUNT_MANAGER', 'EURES_ADVISER'];

export interface TypeCheck {
  type: ContactMomentType | null;
  errors: UserError[];
  notices: RuleNotice[];
}

const refuse = (code: string, message: string, requirement: string): TypeCheck => ({
  type: null,
  errors: [userError(code, ['input', 'typeNumber'], message, requirement)],
  notices: [],
});

/** The type of this number as it was in force on a day. */
export function inForceOn(all: ContactMomentType[], typeNumber: number, day: string): TypeCheck {
  if (!all.some((t) => t.number === typeNumber))
    return refuse('UNKNOWN_TYPE', `Er is geen type contactmoment met nummer ${typeNumber} (typeNumber).`, 'R-076');
  const type = typesOn(all, day).find((t) => t.number === typeNumber);
  return type
    ? { type, errors: [], notices: [] }
    : refuse('TYPE_NOT_IN_FORCE', `Type ${typeNumber} (typeNumber) geldt niet op de dag van het contact.`, 'R-077');
}

/**
 * The type of a contact moment on its day, with what the agreements say of who may use it: types 10 and 11 are for
 * municipalities, IAA advisers register their own, and EURES is for the account holder and
 * the EURES adviser.
 * @param isHolder whether who registers holds the account
 */
export function checkType(
  all: ContactMomentType[],
  typeNumber: number,
  occurredOn: string,
  who: Pick<Identity, 'roles' | 'organisationKind'>,
  isHolder = false,
): TypeCheck {
  const inForce = inForceOn(all, typeNumber, occurredOn);
  const { type } = inForce;
  if (!type) return inForce;
  if (type.municipalitiesOnly && !MUNICIPAL.includes(who.organisationKind))
    return refuse(
      'TYPE_NOT_FOR_ORGANISATION',
      `Type ${typeNumber}, ${type.nameNl} (typeNumber), is alleen voor gemeenten.`,
      typeNumber === 10 ? 'R-074' : 'R-075',
    );

  const notices: RuleNotice[] = [];
  const ownRole = type.registeredByOwnRole;
  if (ownRole && type.number !== OPEN_TO_ALL && !who.roles.includes(ownRole))
    notices.push({
      code: 'REGISTERED_BY_OWN_ROLE',
      message: `Type ${typeNumber}, ${type.nameNl}, registreert de IAA-adviseur zelf.`,
      requirement: typeNumber === 5 ? 'R-069' : 'R-070',
      severity: Severity.WARNING,
    });
  if (type.number === EURES && !isHolder && !who.roles.some((role) => EURES_USERS.includes(role)))
    notices.push({
      code: 'REGISTERED_BY_OWN_ROLE',
      message: `Type ${typeNumber}, ${type.nameNl}, is voor de accounthouder en de EURES-adviseur.`,
      requirement: 'R-073',
      severity: Severity.WARNING,
    });
  return { type, errors: [], notices };
}
