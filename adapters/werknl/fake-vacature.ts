import { children, textOf } from '../soap-xml.js';
import { VacancyFact } from './facts.js';
import { HR_XML } from './setu.js';

/** What stands at a path below `from`, each step by name; [] where there is nothing. */
function all(from: Element, path: string): Element[] {
  return path.split('/').reduce((found, name) => found.flatMap((one) => children(one, HR_XML, name)), [from]);
}
const text = (from: Element, path: string): string | null => textOf(all(from, path)[0]);
/** VUM has whole hours, 0 to 99. */
const hours = (value: string | null): number | undefined =>
  value === null ? undefined : Math.min(99, Math.max(0, Math.round(Number(value))));
const CONTRACTS: Record<string, string> = { permanent: 'O', predetermined: 'B', predeterminedprospectpermanent: 'B' };
const WAYS: Record<string, string> = { Post: '1', Telephone: '2', Email: '3', ApplicationFormURL: '4' };

/** Without what is absent: VUM has no null. */
function present<T extends object>(values: T): T | undefined {
  const told = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return told.length ? (Object.fromEntries(told) as T) : undefined;
}
const some = <T>(values: T[]): T[] | undefined => (values.length ? values : undefined);

/**
 * A vacancy that was put, as VUM finds it; null when it has no Dutch postcode, without which VUM cannot. That werk.nl gives
 * what it was given to VUM is so for UWV's own vacancies; that it comes at once is the fake's.
 * @param root a PositionOpeningNL that the schema allows
 */
export function vacature(root: Element, advertisementId: string): VacancyFact | null {
  const detail = all(root, 'PositionProfileNL/PositionDetail')[0];
  if (!detail) return null;
  const postcode = text(detail, 'PhysicalLocation/PostalAddress/PostalCode')?.replace(/\s/g, '').toUpperCase();
  const contract = CONTRACTS[text(detail, 'ContractDetails/ContractDuration') ?? ''];
  const languages = all(detail, 'Requirements/Languages/LanguageNL').flatMap((one) => {
    const code = iso6393(text(one, 'LanguageCode'));
    const level = (name: string) => (text(one, name) === null ? undefined : Number(text(one, name)));
    return code
      ? present({
          codeTaal: code,
          codeNiveauTaalbeheersingMondeling: level('Speak'),
          codeNiveauTaalbeheersingSchriftelijk: level('Write'),
          codeNiveauTaalbeheersingLezen: level('Read'),
        })!
      : [];
  });
  const found = present({
    idVacature: advertisementId,
    nummerVacature: advertisementId,
    naamVacature: (text(root, 'AdvertisementInfoNL/PositionTitle') ?? text(detail, 'FunctionName/Name'))?.slice(0, 120),
    omschrijvingVacature: text(detail, 'FunctionDescription')?.slice(0, 2_000),
    adres: { postcode: postcode ?? '' },
    beroep: present({ codeBeroepsnaam: text(detail, 'FunctionName/Identifier') }),
    sluitingsdatumVacature: text(root, 'ApplicationInformationNL/FinalApplicationDate'),
    codeWerkEnDenkniveauMinimaal: text(detail, 'Requirements/WorkingAndThinkingLevel') ?? '7',
    arbeidsVoorwaarden: present({
      datumAanvangWerkzaamheden: text(root, 'PositionProfileNL/PositionDateInfo/StartDate')?.slice(0, 10),
      omschrijvingArbeidsvoorwaarden: text(detail, 'RemunerationPackageNL/Benefits/Comments')?.slice(0, 2_000),
    }),
    contractvorm: some(contract ? [{ codeTypeArbeidscontract: contract }] : []),
    werktijden: present({
      aantalWerkurenPerWeekMinimaal: hours(text(detail, 'HoursPerWeek/Minimum')),
      aantalWerkurenPerWeekMaximaal: hours(text(detail, 'HoursPerWeek/Maximum')),
    }),
    rijbewijs: some(
      all(detail, 'Requirements/LicensesAndCertifications/LicenseOrCertification')
        .filter((one) => text(one, 'Name') === 'drivingLicense')
        .map((one) => ({ codeSoortRijbewijs: text(one, 'Id') })),
    ),
    taalbeheersing: some(languages),
    sollicitatiewijze: some(
      all(root, 'ApplicationInformationNL/HowToApply/ApplicationMethod').flatMap((one) => {
        const code = WAYS[text(one, 'MethodType') ?? ''];
        const url = text(one, 'ContactMethodApplication/InternetWebAddress');
        return code
          ? present({ codeSollicitatiewijze: code, webadres: url ? { codeWebadres: 4, url } : undefined })!
          : [];
      }),
    ),
    werkgever: present({ handelsnaamOrganisatie: text(root, 'PositionProfileNL/Organization/OrganizationName') }),
  });
  return VacancyFact.safeParse({ vacature: found }).data ?? null;
}

/** The languages of most vacancies; VUM wants three letters. */
const LANGUAGES: Record<string, string> = {
  nl: 'nld',
  en: 'eng',
  de: 'deu',
  fr: 'fra',
  pl: 'pol',
  ar: 'ara',
  tr: 'tur',
};
const iso6393 = (code: string | null): string | null =>
  code === null ? null : (LANGUAGES[code.toLowerCase()] ?? (/^[a-z]{3}$/.test(code) ? code : null));
