import type { Identity } from '../../../runtime/identity.js';
import { Severity, type RuleNotice, type UserError } from '../../payload.js';
import { userError } from '../../user-error.js';
import { OrganisationKind } from '../organisation/organisation.js';
import { typesOn, type ContactMomentType } from './contact-moment-type.js';

const MUNICIPAL: readonly (string | null)[] = [
  OrganisationKind.CENTRE_MUNICIPALITY,
  OrganisationKind.MUNICIPALITY,
  OrganisationKind.CLUSTER_MUNICIPALITY,
];

/** Type 7 serves all other contacts too: only the labour expert's own study is the labour expert's to register. */
const OPEN_TO_ALL = 7;
const ACQUISITION = 1;

export interface TypeCheck {
  type: ContactMomentType | null;
  errors: UserError[];
  notices: RuleNotice[];
}

/**
 * The type of a contact moment on its day, with what the agreements say of who may use it: types 10 and 11 are for
 * municipalities, IAA advisers register their own, and WBS is consulted before an
 * acquisition.
 */
export function checkType(
  all: ContactMomentType[],
  typeNumber: number,
  occurredOn: string,
  who: Pick<Identity, 'roles' | 'organisationKind'>,
): TypeCheck {
  const refuse = (code: string, message: string, requirement: string): TypeCheck => ({
    type: null,
    errors: [userError(code, ['input', 'typeNumber'], message, requirement)],
    notices: [],
  });
  if (!all.some((t) => t.number === typeNumber))
    return refuse('UNKNOWN_TYPE', `Er is geen type contactmoment met nummer ${typeNumber} (typeNumber).`, 'R-076');
  const type = typesOn(all, occurredOn).find((t) => t.number === typeNumber);
  if (!type)
    return refuse(
      'TYPE_NOT_IN_FORCE',
      `Type ${typeNumber} (typeNumber) geldt niet op de dag van het contact.`,
      'R-077',
    );
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
  if (type.number === ACQUISITION)
    notices.push({
      code: 'NOT_CONSULTED',
      message: 'Bij deze acquisitie is niet vastgelegd dat WBS vooraf is geraadpleegd.',
      requirement: 'R-057',
      severity: Severity.WARNING,
    });
  return { type, errors: [], notices };
}
