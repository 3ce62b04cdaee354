import type { KvkAddress } from './port.js';
import type { Adres } from './wire.js';

/** Fields may be left out. */
export type AddressWire = Partial<Adres>;

const KINDS: Record<string, KvkAddress['kind']> = {
  bezoekadres: 'VISITING',
  correspondentieadres: 'POSTAL',
  postadres: 'POSTAL',
};

/** Runs of spaces made one: KvK pads `volledigAdres` to columns. Nothing left is null. */
const tidy = (value: string | null | undefined): string | null => value?.replace(/\s+/g, ' ').trim() || null;

/** An address at home or abroad. Of a shielded one nothing is passed on, whatever came with it (AVG: data minimisation). */
export function address(wire: AddressWire): KvkAddress {
  const kind = KINDS[wire.type ?? ''] ?? 'OTHER';
  if (wire.indAfgeschermd === 'Ja') return { ...NOTHING, kind, shielded: true };
  const additions = [wire.aanduidingBijHuisnummer, wire.huisnummerToevoeging, wire.toevoegingAdres].map(tidy);
  return {
    kind,
    shielded: false,
    full: tidy(wire.volledigAdres),
    // KvK writes "Postbus" for the street of a PO box.
    street: wire.postbusnummer == null ? (tidy(wire.straatnaam) ?? tidy(wire.straatHuisnummer)) : null,
    houseNumber: wire.huisnummer ?? null,
    houseLetter: tidy(wire.huisletter),
    addition: additions.filter(Boolean).join(' ') || null,
    poBox: wire.postbusnummer ?? null,
    postcode: tidy(wire.postcode)?.replace(' ', '').toUpperCase() ?? null,
    city: tidy(wire.plaats) ?? tidy(wire.postcodeWoonplaats),
    region: tidy(wire.regio),
    country: tidy(wire.land),
  };
}

const NOTHING: Omit<KvkAddress, 'kind' | 'shielded'> = {
  full: null,
  street: null,
  houseNumber: null,
  houseLetter: null,
  addition: null,
  poBox: null,
  postcode: null,
  city: null,
  region: null,
  country: null,
};
