import { check } from '../soap-formats.js';
import { sameClient } from './same-client.js';
import type { Bsn, Coded, SonarPerson } from './port.js';
import { UwvWbPersoonsInfoResponse, type AtlRelatie, type Beroepsnaam } from './suwinet-wire.js';

/** A code with its name; null when neither is told. */
const coded = (code: string | null | undefined, name: string | null | undefined): Coded | null =>
  code || name ? { code: code ?? null, name: name ?? null } : null;

const NAMELESS: Coded = { code: null, name: null };

const occupation = ({ BeroepsnaamGecodeerd: list, BeroepsnaamOngecodeerd: free }: Beroepsnaam): Coded | null =>
  coded(list?.CdBeroepsnaam, list?.OmsBeroepsnaam ?? free?.NaamBeroepOngecodeerd);

const told = <T>(values: (T | null)[]): T[] => values.filter((value) => value !== null);

/** The relation that runs; else the one that ended last. What another told is history. */
function current(relations: AtlRelatie[]): AtlRelatie | null {
  const end = (relation: AtlRelatie) => relation.DatEAtlRelatie ?? '9999';
  return relations.reduce<AtlRelatie | null>((best, one) => (best && end(best) >= end(one) ? best : one), null);
}

function education(qualifications: AtlRelatie['Arbeidsmarktkwalificaties']): SonarPerson['education'] {
  const { OpleidingsnaamGecodeerd: listed = [], OpleidingsnaamOngecodeerd: free = [] } = qualifications ?? {};
  const all = [
    ...listed.map((wire) => ({ wire, name: coded(wire.CdOpleidingsnaam, wire.OmsOpleidingsnaam) })),
    ...free.map((wire) => ({ wire, name: coded(null, wire.NaamOpleidingOngecodeerd) })),
  ];
  return all.map(({ wire, name }) => ({
    name: name ?? NAMELESS,
    levelCode: wire.CdNiveauOpleiding,
    statusCode: wire.CdStatusOpleiding,
    diploma: wire.IndDiploma,
    diplomaOn: wire.DatDiploma,
    startedOn: wire.DatBVolgenOpleiding,
    endedOn: wire.DatEVolgenOpleiding,
  }));
}

/** UwvWbPersoonsInfoResponse in our words. @throws PartnerError MALFORMED */
export function sonarPerson(data: unknown, bsn: Bsn): SonarPerson {
  const { ClientSuwi: client } = check('SONAR', UwvWbPersoonsInfoResponse, data);
  sameClient(client, bsn);
  const relation = current(client.AtlRelatie);
  const qualifications = relation?.Arbeidsmarktkwalificaties ?? null;
  const available = relation?.BeschikbaarheidClientVoorArbeid;
  const mobility = relation?.Mobiliteit;
  const flexible = relation?.Flexibiliteit;
  const placeable = relation?.BeschikbaarClientVoorBemiddeling;
  return {
    firstNames: client.Voornamen,
    surnamePrefix: client.Voorvoegsel,
    surname: client.SignificantDeelVanDeAchternaam,
    postcode: client.FeitelijkAdres?.Postcd?.toUpperCase() ?? null,
    city: client.FeitelijkAdres?.Woonplaatsnaam ?? null,
    municipality: client.FeitelijkAdres?.Gemeentenaam ?? null,
    registrations: (relation?.InschrijvingsgegevensUwvWb ?? []).map((wire) => ({
      registeredOn: wire.DatInschrijvingUwvWb,
      endedOn: wire.DatEInschrijvingUwvWb,
      validUntil: wire.DatEGeldigheidInschrijvingUwvWb,
      reasonCode: wire.CdInschrijfredenUwvWb,
      endReasonCode: wire.CdRedenEindeInschrijvingUwvWb,
    })),
    wantedOccupations: told((relation?.Bemiddelingsberoep ?? []).map(occupation)),
    availableFrom: available?.DatBBeschikbaarVoorArbeid ?? null,
    availableUntil: available?.DatEBeschikbaarVoorArbeid ?? null,
    hoursPerWeek: available?.AantUrenWeekBeschikbVoorArbeid ?? null,
    placeable: placeable?.IndDirectBemiddelbaar ?? null,
    notPlaceableUntil: placeable?.DatEPeriodeNietBemiddelbaar ?? null,
    maxTravelMinutes: mobility?.Reistijd ?? null,
    transportCode: mobility?.CdVervoermiddel ?? null,
    willingToMove: mobility?.IndBereidheidTeVerhuizen ?? null,
    willing: {
      otherOccupation: flexible?.IndBereidZoekenBuitenBeroepswens ?? null,
      belowOwnLevel: flexible?.IndBereidBeroepOnderEigenNiveau ?? null,
      heavyOrDirtyWork: flexible?.IndBereidZwaarVuilWerk ?? null,
      irregularHours: flexible?.IndBereidOnregelmatigWerk ?? null,
    },
    education: education(qualifications),
    experience: (qualifications?.Werkervaring ?? []).map((wire) => ({
      occupation: occupation(wire) ?? NAMELESS,
      years: wire.AantJarenWerkzaamInBeroep,
    })),
    employments: client.Arbeidsverhouding.map((wire) => ({
      employer: wire.Werkgever?.HandelsnaamOrganisatie ?? null,
      startedOn: wire.DatBArbeidsverhouding,
      endedOn: wire.DatEArbeidsverhouding,
      occupations: told(wire.Arbeidsperiode.map(occupation)),
    })),
    drivingLicences: told((qualifications?.Rijbewijs ?? []).map(({ CdSrtRijbewijs }) => CdSrtRijbewijs)),
    competences: told(
      (qualifications?.Gedragscompetentie ?? []).map((wire) =>
        coded(wire.CdGedragscompetentie, wire.OmsGedragscompetentie),
      ),
    ),
    referrals: (relation?.VerwijzingNaarVacature ?? []).map((wire) => ({
      on: wire.DatVerwijzingNaarVacature,
      placed: wire.IndPlaatsing,
    })),
  };
}
