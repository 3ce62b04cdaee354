import { check } from '../soap-formats.js';
import type { ContractType, JobseekerMatch, JobseekerMatches, JobseekerProfile, Qualifications } from './port.js';
import { WerkzoekendeProfielMatchesResponse, WerkzoekendeProfielResponse, type Profiel } from './vum-wire.js';

/** codeTypeArbeidscontract: bepaalde or onbepaalde tijd. */
const CONTRACTS: Record<string, ContractType> = { O: 'PERMANENT', B: 'TEMPORARY' };

const present = (values: (string | null)[]): string[] => values.filter((value) => value !== null);

function qualifications(wire: Profiel['arbeidsmarktkwalificatie']): Qualifications {
  return {
    levelCode: wire.codeWerkEnDenkniveauWerkzoekende,
    courses: wire.cursus.map((cursus) => ({
      name: cursus.naamCursus,
      institute: cursus.naamOpleidingsinstituut,
      explanation: cursus.toelichtingCursus,
      certificate: cursus.indicatieCertificaat,
      certifiedOn: cursus.datumCertificaat,
      startedOn: cursus.datumAanvangVolgenCursus,
      endedOn: cursus.datumEindeVolgenCursus,
    })),
    competences: present(wire.competentiebeheersing.map(({ codeCompetentie }) => codeCompetentie)),
    interests: present(wire.interesse.map(({ naamInteresse }) => naamInteresse)),
    education: wire.opleiding.map((opleiding) => ({
      code: opleiding.codeOpleidingsnaam,
      levelCode: opleiding.codeNiveauOpleiding,
      statusCode: opleiding.codeStatusOpleiding,
      diploma: opleiding.indicatieDiploma,
      diplomaOn: opleiding.datumDiploma,
      startedOn: opleiding.datumAanvangVolgenOpleiding,
      endedOn: opleiding.datumEindeVolgenOpleiding,
      institute: opleiding.naamOpleidingsinstituut,
      explanation: opleiding.toelichtingOpleiding,
    })),
    drivingLicences: present(wire.rijbewijs.map(({ codeSoortRijbewijs }) => codeSoortRijbewijs)),
    languages: wire.taalbeheersing.map((taal) => ({
      code: taal.codeTaal,
      reading: taal.codeNiveauTaalbeheersingLezen,
      listening: taal.codeNiveauTaalbeheersingLuisteren,
      speaking: taal.codeNiveauTaalbeheersingMondeling,
      writing: taal.codeNiveauTaalbeheersingSchriftelijk,
    })),
    experience: wire.werkervaring.map((werk) => ({
      occupation: werk.beroep.codeBeroepsnaam,
      organisation: werk.naamOrganisatie,
      explanation: werk.toelichtingWerkervaring,
      startedOn: werk.datumAanvangWerkzaamheden,
      endedOn: werk.datumEindeWerkzaamheden,
    })),
  };
}

const match = (vumId: string, wire: Profiel): JobseekerMatch => ({
  vumId,
  postcode: wire.mobiliteit.bemiddelingspostcode?.toUpperCase() ?? null,
  maxTravelKm: wire.mobiliteit.maximaleReisafstand,
  maxTravelMinutes: wire.mobiliteit.maximaleReistijd,
  occupations: present(wire.bemiddelingsberoep.map(({ codeBeroepsnaam }) => codeBeroepsnaam)),
  contracts: wire.contractvorm.map(({ codeTypeArbeidscontract, codeTypeOvereenkomst }) => ({
    type: CONTRACTS[codeTypeArbeidscontract ?? ''] ?? null,
    typeCode: codeTypeArbeidscontract,
    agreementCode: codeTypeOvereenkomst,
  })),
  qualifications: qualifications(wire.arbeidsmarktkwalificatie),
  sectors: present(wire.sector.map(({ codeSbi }) => codeSbi)),
  transport: wire.vervoermiddel.map((middel) => ({
    code: middel.codeVervoermiddel,
    forCommute: middel.indicatieBeschikbaarVoorWoonWerkverkeer,
    forWork: middel.indicatieBeschikbaarVoorUitvoeringWerk,
  })),
  hoursMin: wire.werktijden.aantalWerkurenPerWeekMinimaal,
  hoursMax: wire.werktijden.aantalWerkurenPerWeekMaximaal,
  officeHours: wire.werktijden.indicatieKantoortijden,
  irregularHours: wire.flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst,
  availableFrom: wire.flexibiliteit.datumAanvangBeschikbaarVoorWerk,
  availableUntil: wire.flexibiliteit.datumEindeBeschikbaarVoorWerk,
  contactDetailsGiven: wire.indicatieBeschikbaarheidContactgegevens,
});

/** WerkzoekendeProfielMatchesResponse in our words. @throws PartnerError MALFORMED */
export function matches(body: unknown): JobseekerMatches {
  const wire = check('SONAR', WerkzoekendeProfielMatchesResponse, body);
  return {
    questionId: wire.vraagID,
    more: wire.maximumAantalResultatenBereikt,
    matches: wire.matches.map((one) => match(one.vumID, one)),
  };
}

/** The answer about one profile in our words. @throws PartnerError MALFORMED */
export function profile(body: unknown, vumId: string): JobseekerProfile {
  const { bronID, werkzoekende: wire } = check('SONAR', WerkzoekendeProfielResponse, body);
  return {
    ...match(vumId, wire),
    sourceId: bronID,
    sourceReference: wire.idWerkzoekende,
    presentation: wire.persoonlijkePresentatie,
    contacts: wire.contactpersoon.map(({ naamContactpersoonAfdeling, emailadres, telefoonnummer }) => ({
      name: naamContactpersoonAfdeling,
      email: emailadres,
      phone: telefoonnummer,
    })),
    emails: present(wire.emailadres),
    phones: present(wire.telefoonnummer),
    websites: wire.webadres.map(({ codeWebadres, url }) => ({ kindCode: codeWebadres, url })),
    needs: {
      adaptedWorkplace: wire.eisAanWerk.indicatieAanpassingWerkomgeving,
      coaching: wire.eisAanWerk.indicatieBegeleiding,
      variation: wire.eisAanWerk.indicatieWerkvariatie,
    },
    inTargetGroupRegister: wire.indicatieLdrRegistratie,
  };
}
