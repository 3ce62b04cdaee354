import type { AddressFact } from './facts.js';

/** Spaces between the two halves of `volledigAdres`, as recorded in August 2026: KvK fills columns, each service its own. */
export const PADDING = { owner: 1, mainEstablishment: 33, establishment: 25 };

const TYPES = { VISITING: 'bezoekadres', POSTAL: 'correspondentieadres' } as const;

/** An address as Basisprofiel and Vestigingsprofiel write it. A shielded one tells its type and no more. */
export function fakeAddress(fact: AddressFact, padding: number, geoData: boolean) {
  const type = TYPES[fact.kind];
  if (fact.shielded) return { type, indAfgeschermd: 'Ja' };
  const { foreign, country: land, poBox, street, houseNumber, houseLetter, addition, postcode, city } = fact;
  if (foreign) {
    return {
      type,
      indAfgeschermd: 'Nee',
      volledigAdres: `${foreign.street}${' '.repeat(padding)}${foreign.place} ${land}`,
      straatHuisnummer: foreign.street,
      postcodeWoonplaats: foreign.place,
      ...(foreign.region && { regio: foreign.region }),
      land,
    };
  }
  const first = poBox === undefined ? [street, houseNumber, houseLetter, addition] : ['Postbus', poBox];
  return {
    type,
    indAfgeschermd: 'Nee',
    volledigAdres: `${first.filter((part) => part !== undefined).join(' ')}${' '.repeat(padding)}${postcode} ${city}`,
    straatnaam: poBox === undefined ? street : 'Postbus',
    ...(poBox === undefined && { huisnummer: houseNumber }),
    ...(addition && { huisnummerToevoeging: addition }),
    ...(houseLetter && { huisletter: houseLetter }),
    postcode,
    ...(poBox !== undefined && { postbusnummer: poBox }),
    plaats: city,
    land,
    ...(geoData && {
      geoData: {
        addresseerbaarObjectId: fact.geo?.objectId ?? null,
        nummerAanduidingId: fact.geo?.addressId ?? null,
        gpsLatitude: fact.geo?.latitude ?? 0,
        gpsLongitude: fact.geo?.longitude ?? 0,
        rijksdriehoekX: 0,
        rijksdriehoekY: 0,
        rijksdriehoekZ: 0,
      },
    }),
  };
}
