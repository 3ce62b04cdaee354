import { address } from './address.js';
import type { Locatie } from './hr-wire.js';
import { yes } from './hr-yes.js';
import type { KvkAddress } from './port.js';

function location(wire: Locatie | null, type: 'bezoekadres' | 'postadres'): KvkAddress[] {
  if (!wire) return [];
  // Whatever is said of shielding that is not a plain no, is taken for yes.
  if (wire.afgeschermd && yes(wire.afgeschermd) !== false) return [address({ type, indAfgeschermd: 'Ja' })];
  const { binnenlandsAdres: home, buitenlandsAdres: abroad } = wire.adres ?? {};
  const { cijfercombinatie: digits, lettercombinatie: letters } = home?.postcode ?? {};
  return [
    address({
      type,
      volledigAdres: wire.volledigAdres,
      toevoegingAdres: wire.toevoegingAdres,
      ...(home && {
        straatnaam: home.straatnaam,
        huisnummer: home.huisnummer,
        huisnummerToevoeging: home.huisnummerToevoeging,
        huisletter: home.huisletter,
        aanduidingBijHuisnummer: home.aanduidingBijHuisnummer?.omschrijving ?? null,
        postbusnummer: home.postbusnummer,
        postcode: digits ? `${digits}${letters ?? ''}` : null,
        plaats: home.plaats,
        land: 'Nederland',
      }),
      ...(abroad && {
        straatHuisnummer: abroad.straatHuisnummer,
        postcodeWoonplaats: abroad.postcodeWoonplaats,
        regio: abroad.regio,
        land: abroad.land?.omschrijving ?? abroad.land?.code ?? null,
      }),
    }),
  ];
}

/** Where somebody is found and where post goes, as far as each is told. */
export const addresses = (visiting: Locatie | null, postal: Locatie | null): KvkAddress[] => [
  ...location(visiting, 'bezoekadres'),
  ...location(postal, 'postadres'),
];
