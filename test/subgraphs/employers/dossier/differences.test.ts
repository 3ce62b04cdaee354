import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { differenceInDutch, differences } from '../../../../subgraphs/employers/dossier/registers/differences.js';
import type { RegisterValues } from '../../../../subgraphs/employers/dossier/registers/register-values.js';

const address = { street: 'Havenkade', houseNumber: '12', postcode: '3011AB', city: 'Rotterdam', country: 'Nederland' };
const meat = { code: '10110', description: 'Vlees', main: true };
const poultry = { code: '10120', description: 'Gevogelte', main: false };
const pies = { code: '10130', description: 'Vleesproducten', main: false };
const before: RegisterValues = {
  recordId: '90001354',
  tradeName: 'Joyflex',
  legalName: 'Grand Joyflex B.V.',
  legalForm: 'BeslotenVennootschap',
  activities: [meat, poultry, pies],
  headcount: 48,
  website: null,
  visitingAddress: address,
  postalAddress: null,
  nonMailing: true,
  endedOn: null,
};

describe('what a register says differently is told field by field, in Dutch', () => {
  test.each<[string, Partial<RegisterValues>, string[]]>([
    ['nothing', {}, []],
    ['another record number', { recordId: '1' }, []],
    ['a name', { tradeName: 'Flexjoy' }, ['KvK: de handelsnaam gaat van Joyflex naar Flexjoy.']],
    ['a name in capitals alone', { tradeName: 'JOYFLEX' }, []],
    ['a headcount', { headcount: 52 }, ['KvK: het aantal werkzame personen gaat van 48 naar 52.']],
    ['a headcount of none', { headcount: 0 }, ['KvK: het aantal werkzame personen gaat van 48 naar 0.']],
    [
      'a headcount no longer told',
      { headcount: null },
      ['KvK: het aantal werkzame personen wordt niet meer vermeld (was 48).'],
    ],
    ['a first website', { website: 'www.joyflex.example' }, ['KvK: de website is nu www.joyflex.example.']],
    [
      'an address',
      { visitingAddress: { ...address, houseNumber: '14' } },
      ['KvK: het bezoekadres gaat van Havenkade 12, 3011AB Rotterdam naar Havenkade 14, 3011AB Rotterdam.'],
    ],
    ['an address with a space in its postcode', { visitingAddress: { ...address, postcode: '3011 AB' } }, []],
    ['activities in another order', { activities: [pies, meat, poultry] }, []],
    [
      'another main activity',
      { activities: [{ ...meat, main: false }, { ...poultry, main: true }, pies] },
      ['KvK: de SBI-activiteiten gaan van 10110, 10120, 10130 naar 10120, 10110, 10130.'],
    ],
    ['an end', { endedOn: '2026-03-01' }, ['KvK: de einddatum is nu 1 maart 2026.']],
    ['mailing not told, as by KvK Dataservice', { nonMailing: null }, []],
    ['mailing allowed', { nonMailing: false }, ['KvK: non-mailing gaat van ja naar nee.']],
    [
      'two fields, in the order of the dossier',
      { headcount: 50, legalName: 'Joyflex Groep B.V.' },
      [
        'KvK: de statutaire naam gaat van Grand Joyflex B.V. naar Joyflex Groep B.V.',
        'KvK: het aantal werkzame personen gaat van 48 naar 50.',
      ],
    ],
  ])('%s', (_, changed, sentences) => {
    const found = differences(before, { ...before, ...changed });
    expect(found.map((one) => differenceInDutch('KvK', one))).toEqual(sentences);
  });

  test('an address that is told no longer, since it may be shielded now, is not repeated', () => {
    const found = differences(before, { ...before, visitingAddress: null });
    expect(found).toEqual([{ field: 'visitingAddress', from: null, to: null }]);
    expect(differenceInDutch('KvK', found[0]!)).toBe('KvK: het bezoekadres wordt niet meer vermeld.');
  });
});
