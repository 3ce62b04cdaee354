import type { SuwiAddress } from './port.js';
import type { Adres } from './wire.js';

const NOTHING = {
  street: null,
  houseNumber: null,
  addition: null,
  poBox: null,
  postcode: null,
  city: null,
  municipality: null,
  region: null,
  country: null,
};

/** `1234ab` and `1234 AB` are `1234AB`. */
const postcode = (value: string | null): string | null => value?.replace(/\s+/g, '').toUpperCase() || null;

/** An address of SuwiML, in whichever of its four forms. */
export function address(kind: SuwiAddress['kind'], wire: Adres): SuwiAddress {
  const { Straatadres: street, Postbusadres: box } = wire;
  const abroad = wire.StraatadresBuitenland ?? wire.PostbusadresBuitenland;
  const place = street ?? box;
  return {
    ...NOTHING,
    kind,
    ...(place && {
      postcode: postcode(place.Postcd),
      city: place.Woonplaatsnaam,
      municipality: place.Gemeentenaam,
    }),
    ...(street && { street: street.Straatnaam, houseNumber: street.Huisnr, addition: street.Huisnrtoevoeging }),
    ...(box && { poBox: box.Postbusnr }),
    ...(abroad && {
      street: abroad.StraatnaamBuitenland,
      houseNumber: abroad.HuisnrBuitenland,
      poBox: abroad.PostbusnrBuitenland,
      postcode: abroad.PostcdBuitenland,
      city: abroad.WoonplaatsnaamBuitenland,
      region: abroad.RegionaamBuitenland,
      country: abroad.Landsnaam ?? abroad.LandencdIso,
    }),
    startedOn: wire.DatBAdres,
    endedOn: wire.DatEAdres,
  };
}
