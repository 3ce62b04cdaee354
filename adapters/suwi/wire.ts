import { z } from 'zod';
import { datum, every, first, required, text } from '../soap-formats.js';

/**
 * SUWI's answers as they come over the wire, with SUWI's own names. Elements we do not know are let through and not looked
 * at; so are wages and people, which we do not name here and therefore never hold.
 */
const Straatadres = z.object({
  Straatnaam: first(text),
  Huisnr: first(text),
  Huisnrtoevoeging: first(text),
  Postcd: first(text),
  Woonplaatsnaam: first(text),
  Gemeentenaam: first(text),
});
const Postbusadres = z.object({
  Postbusnr: first(text),
  Postcd: first(text),
  Woonplaatsnaam: first(text),
  Gemeentenaam: first(text),
});
const AdresBuitenland = z.object({
  StraatnaamBuitenland: first(text),
  HuisnrBuitenland: first(text),
  PostbusnrBuitenland: first(text),
  PostcdBuitenland: first(text),
  WoonplaatsnaamBuitenland: first(text),
  RegionaamBuitenland: first(text),
  LandencdIso: first(text),
  Landsnaam: first(text),
});
/** An element that is empty is text on the wire: an address of which nothing is told. */
const orEmpty = <T extends z.ZodType>(shape: T) => z.preprocess((value) => (value === '' ? {} : value), shape);

export const Adres = orEmpty(
  z.object({
    DatBAdres: first(datum),
    DatEAdres: first(datum),
    Straatadres: first(orEmpty(Straatadres)),
    Postbusadres: first(orEmpty(Postbusadres)),
    StraatadresBuitenland: first(orEmpty(AdresBuitenland)),
    PostbusadresBuitenland: first(orEmpty(AdresBuitenland)),
  }),
);

export const Werkgever = z.object({
  NaamRechtspersoon: required(z.string().min(1)),
  InschrijvingsnrKvK: first(text),
  FiNr: first(text),
  CdRechtsvorm: first(text),
  OmsRechtsvorm: first(text),
  CdSectorOsv: first(text),
  OmsSectorOsv: first(text),
  DatBWerkgever: first(datum),
  DatEWerkgever: first(datum),
  AantWerknemers: first(z.string().regex(/^\d{1,9}$|^$/)),
  DatPeilAantWerknemers: first(datum),
  VestigingsnrHandelsregister: every(text),
  Loonheffingennr: every(text),
  FeitelijkAdres: every(Adres),
  Correspondentieadres: every(Adres),
});

export const SbrWerkgeverInfoResponse = z.object({ Werkgever: required(Werkgever) });

export const AdministratieveEenheid = z.object({
  NaamAdministratieveEenheid: first(text),
  Loonheffingennr: required(z.string().min(1)),
  DatBAdministratieveEenheid: first(datum),
  DatEAdministratieveEenheid: first(datum),
  // Only whether a person employs: who that is, is not ours.
  PersoonAdministratieveEenheid: z
    .array(z.unknown())
    .nullish()
    .transform((found) => Boolean(found?.length)),
  RechtspersoonAdministratieveEenh: first(
    z.object({ FiNr: first(text), NaamRechtspersoon: first(text), CdRechtsvorm: first(text) }),
  ),
  FeitelijkAdresAeh: every(Adres),
  CorrespondentieadresAeh: every(Adres),
});

const SectorRisicogroepIkv = orEmpty(
  z.object({
    DatBSectorRisicogroep: first(datum),
    DatESectorRisicogroep: first(datum),
    SectorBeroepsEnBedrijfsleven: first(orEmpty(z.object({ CdSector: first(text) }))),
  }),
);

export const Inkomstenverhouding = orEmpty(
  z.object({
    AdministratieveEenheid: first(AdministratieveEenheid),
    SectorRisicogroepIkv: every(SectorRisicogroepIkv),
  }),
);

export const UWVPersoonsIkvInfoResponse = z.object({
  ClientSuwi: required(
    z.object({ Burgerservicenr: required(z.string()), Inkomstenverhouding: every(Inkomstenverhouding) }),
  ),
});

export type Adres = z.output<typeof Adres>;
export type Werkgever = z.output<typeof Werkgever>;
export type AdministratieveEenheid = z.output<typeof AdministratieveEenheid>;
export type Inkomstenverhouding = z.output<typeof Inkomstenverhouding>;
