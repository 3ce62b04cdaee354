import { z } from 'zod';
import { datum, every, first, required, text } from '../soap-formats.js';

/**
 * KvK Dataservice's answers (2015/02) as they come over the wire, with KvK's own names, each element as often as it stands
 * there. What is not named here is let through by the schema and looked at by nobody: functionaries above all, and of a
 * natural person everything but the legal form.
 */

/** An element with elements in it, any of which may be absent: so it may be empty too. */
const group = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess((value) => (value === '' ? {} : value), z.object(shape));

const whole = z.string().transform((value, context): number | null => {
  if (value === '') return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  context.addIssue({ code: 'custom', message: 'no number' });
  return z.NEVER;
});
const kvkNummer = z.string().regex(/^\d{8}$/);
const vestigingsnummer = z.string().regex(/^\d{12}$/);

/** A coded value. Codes we do not know are text like any other. */
const Enumeratie = group({ code: first(text), omschrijving: first(text) });
const Melding = group({ code: first(text), omschrijving: first(text) });
const Registratie = group({
  datumAanvang: first(datum),
  datumEinde: first(datum),
  '@registratieTijdstip': first(z.string()),
});
const Locatie = group({
  toevoegingAdres: first(text),
  afgeschermd: first(Enumeratie),
  adres: first(
    group({
      binnenlandsAdres: first(
        group({
          straatnaam: first(text),
          aanduidingBijHuisnummer: first(Enumeratie),
          huisnummer: first(whole),
          huisnummerToevoeging: first(text),
          huisletter: first(text),
          postbusnummer: first(whole),
          postcode: first(group({ cijfercombinatie: first(text), lettercombinatie: first(text) })),
          plaats: first(text),
        }),
      ),
      buitenlandsAdres: first(
        group({
          straatHuisnummer: first(text),
          postcodeWoonplaats: first(text),
          regio: first(text),
          land: first(Enumeratie),
        }),
      ),
    }),
  ),
  volledigAdres: first(text),
});
const SbiActiviteit = group({
  sbiCode: first(Enumeratie),
  isHoofdactiviteit: first(Enumeratie),
  volgorde: first(whole),
});
const HandeltOnder = group({ handelsnaam: first(group({ naam: first(text), volgorde: first(whole) })) });
const Communicatiegegevens = group({ domeinNaam: every(text) });
const Naamgeving = group({ naam: first(text) });

const Nummer = group({ kvkNummer: first(kvkNummer) });
/** Commercial or not: the fields of both, each absent where it does not belong. */
const Vestiging = group({
  registratie: first(Registratie),
  vestigingsnummer: first(vestigingsnummer),
  bezoekLocatie: first(Locatie),
  postLocatie: first(Locatie),
  communicatiegegevens: first(Communicatiegegevens),
  eersteHandelsnaam: first(text),
  naamgeving: first(Naamgeving),
  voltijdWerkzamePersonen: first(whole),
  deeltijdWerkzamePersonen: first(whole),
  totaalWerkzamePersonen: first(whole),
  activiteiten: first(group({ sbiActiviteit: every(SbiActiviteit) })),
  handeltOnder: every(HandeltOnder),
  isEenUitoefeningVan: first(
    group({
      onderneming: first(
        group({
          kvkNummer: first(kvkNummer),
          isEenManifestatieVan: first(group({ maatschappelijkeActiviteit: first(Nummer) })),
        }),
      ),
      maatschappelijkeActiviteit: first(Nummer),
    }),
  ),
});
const EenVestiging = group({ commercieleVestiging: first(Vestiging), nietCommercieleVestiging: first(Vestiging) });

const Rechtsvorm = { persoonRechtsvorm: first(text), uitgebreideRechtsvorm: first(text) };
/** A legal person, or what has legal persons' fields. */
const NietNatuurlijk = group({
  ...Rechtsvorm,
  rechtsvorm: first(Enumeratie),
  rsin: first(text),
  naamgeving: first(Naamgeving),
  bezoekLocatie: first(Locatie),
  postLocatie: first(Locatie),
  bezoekLocatiePersoon: first(Locatie),
  postLocatiePersoon: first(Locatie),
  communicatiegegevens: first(Communicatiegegevens),
});
const Eigenaar = group({
  natuurlijkPersoon: first(group(Rechtsvorm)),
  rechtspersoon: first(NietNatuurlijk),
  samenwerkingsverband: first(NietNatuurlijk),
  eenmanszaakMetMeerdereEigenaren: first(NietNatuurlijk),
  rechtspersoonInOprichting: first(NietNatuurlijk),
});

const MaatschappelijkeActiviteit = group({
  registratie: first(Registratie),
  kvkNummer: required(kvkNummer),
  nonMailing: first(Enumeratie),
  sbiActiviteit: every(SbiActiviteit),
  bezoekLocatie: first(Locatie),
  postLocatie: first(Locatie),
  communicatiegegevens: first(Communicatiegegevens),
  naam: first(text),
  manifesteertZichAls: first(
    group({
      onderneming: first(
        group({
          sbiActiviteit: every(SbiActiviteit),
          totaalWerkzamePersonen: first(whole),
          handeltOnder: every(HandeltOnder),
          wordtUitgeoefendIn: every(group({ commercieleVestiging: first(Vestiging) })),
        }),
      ),
    }),
  ),
  wordtUitgeoefendIn: every(group({ nietCommercieleVestiging: first(Vestiging) })),
  wordtGeleidVanuit: first(EenVestiging),
  heeftAlsEigenaar: first(Eigenaar),
});

const meldingen = first(group({ fout: every(Melding), waarschuwing: every(Melding), informatie: every(Melding) }));
export const Meldingen = group({ meldingen });
export const OphalenInschrijvingResponse = group({
  product: first(group({ maatschappelijkeActiviteit: required(MaatschappelijkeActiviteit) })),
});
export const OphalenVestigingResponse = group({ product: first(EenVestiging) });

/** Attributes that are read, of all there are. */
export const ATTRIBUTES = ['registratieTijdstip'];

export type Enumeratie = z.output<typeof Enumeratie>;
export type Locatie = z.output<typeof Locatie>;
export type SbiActiviteit = z.output<typeof SbiActiviteit>;
export type HandeltOnder = z.output<typeof HandeltOnder>;
export type VestigingProduct = z.output<typeof Vestiging>;
export type EigenaarProduct = z.output<typeof Eigenaar>;
export type Activiteit = z.output<typeof MaatschappelijkeActiviteit>;
