import type { VraagObject } from './fake-question.js';
import type { Werkzoekende } from './facts.js';

/** As much of a profile as can be searched in, as it came: anything may be absent. */
interface Searched {
  bemiddelingsberoep?: { codeBeroepsnaam?: string }[];
  contractvorm?: { codeTypeArbeidscontract?: string }[];
  flexibiliteit?: {
    indicatieOnregelmatigWerkOfPloegendienst?: number;
    datumAanvangBeschikbaarVoorWerk?: string;
  };
  werktijden?: {
    indicatieKantoortijden?: number;
    aantalWerkurenPerWeekMaximaal?: number;
    aantalWerkurenPerWeekMinimaal?: number;
  };
  arbeidsmarktkwalificatie?: {
    rijbewijs?: { codeSoortRijbewijs?: string }[];
    taalbeheersing?: {
      codeTaal?: string;
      codeNiveauTaalbeheersingMondeling?: number;
      codeNiveauTaalbeheersingSchriftelijk?: number;
    }[];
  };
}

// As in MongoDB: an absent field answers to no comparison. A criterion that is not asked holds of everything.
type Asked<T> = { $eq?: T | undefined; $lte?: T | undefined; $gte?: T | undefined } | undefined;
const equal = <T>(value: T | undefined, asked: Asked<T>) => asked?.$eq === undefined || value === asked.$eq;
const atMost = <T extends number | string>(value: T | undefined, asked: Asked<T>) =>
  asked?.$lte === undefined || (value !== undefined && value <= asked.$lte);
const atLeast = <T extends number | string>(value: T | undefined, asked: Asked<T>) =>
  asked?.$gte === undefined || (value !== undefined && value >= asked.$gte);

/** `$elemMatch` with `$or`: one item of the list answers to one of the alternatives. */
function anyOf<Item, Alternative>(
  list: Item[] | undefined,
  asked: { $elemMatch?: { $or?: Alternative[] | undefined } | undefined } | undefined,
  answers: (item: Item, alternative: Alternative) => boolean,
): boolean {
  const alternatives = asked?.$elemMatch?.$or;
  if (!alternatives?.length) return true;
  return (list ?? []).some((item) => alternatives.some((alternative) => answers(item, alternative)));
}

/** `$all` of `$elemMatch`: for each of them there is an item that answers to it. */
function allOf<Item, Wanted>(
  list: Item[] | undefined,
  asked: { $all?: { $elemMatch?: Wanted | undefined }[] | undefined } | undefined,
  answers: (item: Item, wanted: Wanted) => boolean,
): boolean {
  return (asked?.$all ?? []).every(
    ({ $elemMatch }) => $elemMatch === undefined || (list ?? []).some((item) => answers(item, $elemMatch)),
  );
}

/** Whether a profile answers to every criterion of the question but the distance. */
export function answersTo(profile: Werkzoekende, question: VraagObject): boolean {
  const { bemiddelingsberoep, contractvorm, flexibiliteit, werktijden, arbeidsmarktkwalificatie } = profile as Searched;
  return (
    anyOf(
      bemiddelingsberoep,
      question.bemiddelingsberoep,
      ({ codeBeroepsnaam }, wanted) =>
        equal(codeBeroepsnaam, wanted['beroep.codeBeroepsnaam']) && equal(codeBeroepsnaam, wanted.codeBeroepsnaam),
    ) &&
    anyOf(contractvorm, question.contractvorm, ({ codeTypeArbeidscontract }, wanted) =>
      equal(codeTypeArbeidscontract, wanted.codeTypeArbeidscontract),
    ) &&
    equal(
      flexibiliteit?.indicatieOnregelmatigWerkOfPloegendienst,
      question['flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst'],
    ) &&
    equal(werktijden?.indicatieKantoortijden, question['werktijden.indicatieKantoortijden']) &&
    atLeast(werktijden?.aantalWerkurenPerWeekMaximaal, question['werktijden.aantalWerkurenPerWeekMaximaal']) &&
    atMost(werktijden?.aantalWerkurenPerWeekMinimaal, question['werktijden.aantalWerkurenPerWeekMinimaal']) &&
    atMost(flexibiliteit?.datumAanvangBeschikbaarVoorWerk, question.datumAanvangBeschikbaarVoorWerk) &&
    allOf(
      arbeidsmarktkwalificatie?.rijbewijs,
      question['arbeidsmarktkwalificatie.rijbewijs'],
      ({ codeSoortRijbewijs }, wanted) => equal(codeSoortRijbewijs, wanted.codeSoortRijbewijs),
    ) &&
    allOf(
      arbeidsmarktkwalificatie?.taalbeheersing,
      question['arbeidsmarktkwalificatie.taalbeheersing'],
      (taal, wanted) =>
        equal(taal.codeTaal, wanted.codeTaal) &&
        atLeast(taal.codeNiveauTaalbeheersingMondeling, wanted.codeNiveauTaalbeheersingMondeling) &&
        atLeast(taal.codeNiveauTaalbeheersingSchriftelijk, wanted.codeNiveauTaalbeheersingSchriftelijk),
    )
  );
}
