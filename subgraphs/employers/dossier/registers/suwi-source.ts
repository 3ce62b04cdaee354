import type { SbrEmployer, Suwi, SuwiAddress } from '../../../../adapters/suwi/port.js';
import { SourceSystem } from '../../../provenance.js';
import type { Address } from '../address.js';
import type { RegisterSource } from './register-source.js';
import type { RegisterValues } from './register-values.js';

function address(all: SuwiAddress[], kind: SuwiAddress['kind']): Address | null {
  const found = all.find((a) => a.kind === kind && !a.endedOn);
  if (!found) return null;
  return {
    street: found.poBox === null ? found.street : 'Postbus',
    houseNumber: found.poBox ?? found.houseNumber,
    houseNumberAddition: found.addition,
    postcode: found.postcode,
    city: found.city,
    country: found.country ?? 'Nederland',
  };
}

/** The dossier's fields as the SUWI-bedrijvenregister tells them. It knows no SBI and no website. */
const values = (told: SbrEmployer, kvkNumber: string): RegisterValues => ({
  recordId: told.kvkNumber ?? kvkNumber,
  tradeName: null,
  legalName: told.name,
  legalForm: told.legalForm?.description ?? told.legalForm?.code ?? null,
  activities: [],
  headcount: told.headcount,
  website: null,
  visitingAddress: address(told.addresses, 'VISITING'),
  postalAddress: address(told.addresses, 'POSTAL'),
  nonMailing: null,
  endedOn: told.endedOn,
});

/** The SUWI-bedrijvenregister, asked by the establishment's number when the dossier is about one, else by KvK's. */
export const suwiSource = (suwi: Suwi): RegisterSource => ({
  source: SourceSystem.SUWI_SBR,
  feeds: ['legalName', 'legalForm', 'headcount', 'visitingAddress', 'postalAddress'],
  async ask({ kvkNumber, establishmentNumber }, options) {
    const told = await suwi.employer(establishmentNumber ? { establishmentNumber } : { kvkNumber }, options);
    return { ...told, value: told.value && values(told.value, kvkNumber) };
  },
});
