import { z } from 'zod';
import { datum, every, first, indication, required, text } from '../soap-formats.js';

/**
 * The answers of Suwinet's three services as they come over the wire, with their own names. What we do not name here, such
 * as documents, amounts and reports of conversations, is let through, not looked at, and therefore never held.
 */
/** An element that is empty is text on the wire: one of which nothing is told. */
const element = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess((value) => (value === '' ? {} : value), z.object(shape));

/** `Tijdsduur`, hours and minutes in four digits, in hours. */
const hours = z
  .string()
  .regex(/^\d{2}[0-5]\d$|^$/)
  .transform((value) => (value ? Number(value.slice(0, 2)) + Number(value.slice(2)) / 60 : null));
const whole = z
  .string()
  .regex(/^\d{1,9}$|^$/)
  .transform((value) => (value ? Number(value) : null));

const beroepsnaam = {
  BeroepsnaamOngecodeerd: first(element({ NaamBeroepOngecodeerd: first(text) })),
  BeroepsnaamGecodeerd: first(element({ CdBeroepsnaam: first(text), OmsBeroepsnaam: first(text) })),
};
const opleiding = {
  DatBVolgenOpleiding: first(datum),
  DatEVolgenOpleiding: first(datum),
  CdStatusOpleiding: first(text),
  IndDiploma: first(indication),
  DatDiploma: first(datum),
  CdNiveauOpleiding: first(text),
};

export const AtlRelatie = element({
  DatBAtlRelatie: first(datum),
  DatEAtlRelatie: first(datum),
  Arbeidsmarktkwalificaties: first(
    element({
      OpleidingsnaamOngecodeerd: every(element({ ...opleiding, NaamOpleidingOngecodeerd: first(text) })),
      OpleidingsnaamGecodeerd: every(
        element({ ...opleiding, CdOpleidingsnaam: first(text), OmsOpleidingsnaam: first(text) }),
      ),
      Werkervaring: every(element({ AantJarenWerkzaamInBeroep: first(whole), ...beroepsnaam })),
      Rijbewijs: every(element({ CdSrtRijbewijs: first(text) })),
      Gedragscompetentie: every(element({ CdGedragscompetentie: first(text), OmsGedragscompetentie: first(text) })),
    }),
  ),
  InschrijvingsgegevensUwvWb: every(
    element({
      DatInschrijvingUwvWb: first(datum),
      CdInschrijfredenUwvWb: first(text),
      DatEInschrijvingUwvWb: first(datum),
      DatEGeldigheidInschrijvingUwvWb: first(datum),
      CdRedenEindeInschrijvingUwvWb: first(text),
    }),
  ),
  Bemiddelingsberoep: every(element(beroepsnaam)),
  BeschikbaarheidClientVoorArbeid: first(
    element({
      DatBBeschikbaarVoorArbeid: first(datum),
      DatEBeschikbaarVoorArbeid: first(datum),
      AantUrenWeekBeschikbVoorArbeid: first(hours),
    }),
  ),
  Mobiliteit: first(
    element({ IndBereidheidTeVerhuizen: first(indication), Reistijd: first(whole), CdVervoermiddel: first(text) }),
  ),
  Flexibiliteit: first(
    element({
      IndBereidZoekenBuitenBeroepswens: first(indication),
      IndBereidBeroepOnderEigenNiveau: first(indication),
      IndBereidZwaarVuilWerk: first(indication),
      IndBereidOnregelmatigWerk: first(indication),
    }),
  ),
  VerwijzingNaarVacature: every(element({ DatVerwijzingNaarVacature: first(datum), IndPlaatsing: first(indication) })),
  BeschikbaarClientVoorBemiddeling: first(
    element({ IndDirectBemiddelbaar: first(indication), DatEPeriodeNietBemiddelbaar: first(datum) }),
  ),
});

const clientSuwi = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ ClientSuwi: required(z.object({ Burgerservicenr: required(z.string()), ...shape })) });

export const UwvWbPersoonsInfoResponse = clientSuwi({
  Voornamen: first(text),
  Voorvoegsel: first(text),
  SignificantDeelVanDeAchternaam: first(text),
  FeitelijkAdres: first(element({ Postcd: first(text), Woonplaatsnaam: first(text), Gemeentenaam: first(text) })),
  AtlRelatie: every(AtlRelatie),
  Arbeidsverhouding: every(
    element({
      DatBArbeidsverhouding: first(datum),
      DatEArbeidsverhouding: first(datum),
      Arbeidsperiode: every(element(beroepsnaam)),
      Werkgever: first(element({ HandelsnaamOrganisatie: first(text) })),
    }),
  ),
});

export const UWVPersoonsArbeidsbeperktenInfoResponse = clientSuwi({
  LdrRegistratieWbQa: first(element({ DatELdrRegistratieWbQa: first(datum) })),
  GrondslagArbeidsbeperktheid: every(
    element({
      CdGrondslagArbeidsbeperktheid: first(text),
      DatBGrondslagArbeidsbeperktheid: first(datum),
      DatEGrondslagArbeidsbeperktheid: first(datum),
    }),
  ),
});

export const UWVPersoonsWvInfoResponse = clientSuwi({
  Uitkeringsverhouding: every(
    element({
      DatBUitkeringsverhouding: first(datum),
      DatEUitkeringsverhouding: first(datum),
      DatEMaximaleUitkeringsduur: first(datum),
      AantWerkurenPerWeekGrondslagUitk: first(hours),
      SzWet: required(z.object({ CdSzWet: required(z.string().min(1)) })),
    }),
  ),
});

export type AtlRelatie = z.output<typeof AtlRelatie>;
export type Beroepsnaam = z.output<ReturnType<typeof element<typeof beroepsnaam>>>;
