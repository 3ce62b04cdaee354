import { z } from 'zod';
import { PartnerError } from '../partner-error.js';
import type { ContractType, JobseekerQuery } from './port.js';

const hours = z.int().min(1).max(99);
const level = z.int().min(2).max(4);

/** What VUM would refuse, by the specification of its vraagObject. */
const Query = z.object({
  postcode: z.string().regex(/^[0-9]{4}[a-zA-Z]{2}$/),
  distanceKm: z.int().min(0).max(999),
  occupations: z.array(z.string().min(1).max(200)).optional(),
  contractTypes: z.array(z.enum(['PERMANENT', 'TEMPORARY'])).optional(),
  irregularHours: z.boolean().optional(),
  officeHours: z.boolean().optional(),
  canWorkHours: hours.optional(),
  contentWithHours: hours.optional(),
  availableOn: z.iso.date().optional(),
  drivingLicences: z.array(z.string().regex(/^[A-Z0-9+]{1,3}$/)).optional(),
  languages: z
    .array(z.object({ code: z.string().regex(/^[a-z]{3}$/), speaking: level.optional(), writing: level.optional() }))
    .optional(),
});

/** How each criterion is called in a sentence for the user. */
const DUTCH: Record<keyof JobseekerQuery, string> = {
  postcode: 'de postcode',
  distanceKm: 'de afstand',
  occupations: 'het beroep',
  contractTypes: 'de contractvorm',
  irregularHours: 'de keuze voor onregelmatig werk',
  officeHours: 'de keuze voor kantoortijden',
  canWorkHours: 'het aantal uren per week',
  contentWithHours: 'het aantal uren per week',
  availableOn: 'de datum',
  drivingLicences: 'het rijbewijs',
  languages: 'de taal',
};

const CODES: Record<ContractType, string> = { PERMANENT: 'O', TEMPORARY: 'B' };

const yesNo = (value: boolean) => ({ $eq: value ? 1 : 2 });

/** A criterion by its dotted name, or nothing when it is not asked. */
const when = <T>(value: T | undefined, name: string, ask: (value: T) => object): object =>
  value === undefined || (Array.isArray(value) && !value.length) ? {} : { [name]: ask(value) };

const elemMatch = (field: string, value: unknown) => ({ $elemMatch: { [field]: { $eq: value } } });
const oneOf = (field: string, values: readonly string[]) => ({
  $elemMatch: { $or: values.map((value) => ({ [field]: { $eq: value } })) },
});

/**
 * The vraagObject of VUM 3.0.0. Two names are other than the field they look at, and so specified: an occupation is asked
 * as `beroep.codeBeroepsnaam`, the first day without `flexibiliteit.` before it.
 * @throws PartnerError REFUSED (ONGELDIGE_VRAAG) for a criterion that VUM would refuse
 */
export function vraagObject(query: JobseekerQuery): Record<string, object> {
  const checked = Query.safeParse(query);
  if (!checked.success) {
    const wrong = DUTCH[checked.error.issues[0]?.path[0] as keyof JobseekerQuery];
    throw new PartnerError('SONAR', 'REFUSED', {
      partnerCode: 'ONGELDIGE_VRAAG',
      partnerMessage: `De zoekvraag kan niet worden gesteld: ${wrong} is niet geldig.`,
    });
  }
  const asked = checked.data;
  return {
    selectiegebied: { postcode: asked.postcode.toUpperCase(), afstand: asked.distanceKm },
    ...when(asked.occupations, 'bemiddelingsberoep', (uris) => oneOf('beroep.codeBeroepsnaam', uris)),
    ...when(asked.contractTypes, 'contractvorm', (types) =>
      oneOf(
        'codeTypeArbeidscontract',
        types.map((type) => CODES[type]),
      ),
    ),
    ...when(asked.irregularHours, 'flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst', yesNo),
    ...when(asked.officeHours, 'werktijden.indicatieKantoortijden', yesNo),
    ...when(asked.canWorkHours, 'werktijden.aantalWerkurenPerWeekMaximaal', ($gte) => ({ $gte })),
    ...when(asked.contentWithHours, 'werktijden.aantalWerkurenPerWeekMinimaal', ($lte) => ({ $lte })),
    ...when(asked.availableOn, 'datumAanvangBeschikbaarVoorWerk', ($lte) => ({ $lte })),
    ...when(asked.drivingLicences, 'arbeidsmarktkwalificatie.rijbewijs', (codes) => ({
      $all: codes.map((code) => elemMatch('codeSoortRijbewijs', code)),
    })),
    ...when(asked.languages, 'arbeidsmarktkwalificatie.taalbeheersing', (languages) => ({
      $all: languages.map(({ code, speaking, writing }) => ({
        $elemMatch: {
          codeTaal: { $eq: code },
          ...when(speaking, 'codeNiveauTaalbeheersingMondeling', ($gte) => ({ $gte })),
          ...when(writing, 'codeNiveauTaalbeheersingSchriftelijk', ($gte) => ({ $gte })),
        },
      })),
    })),
  };
}
