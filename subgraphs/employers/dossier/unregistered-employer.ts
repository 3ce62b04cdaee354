import { Employer, RelationStatus } from './employer.js';
import { employerId } from './employer-id.js';

/**
 * An employer that KvK knows and that has no dossier yet. It is not written down: it resolves, under the id it will
 * keep, and the row appears with the first registration (reading never writes).
 */
export function unregisteredEmployer(kvkNumber: string, establishmentNumber: string | null, name: string): Employer {
  return Object.assign(Object.create(Employer.prototype) as Employer, {
    id: employerId(kvkNumber, establishmentNumber),
    wbsNumber: null,
    kvkNumber,
    establishmentNumber,
    regionId: null,
    name,
    kind: null,
    relationStatus: RelationStatus.PROSPECT,
    isKeyAccount: false,
    sector: null,
    tier: null,
    lwa: [],
    portfolioId: null,
    parentId: null,
    registeredAt: new Date(0),
    version: 0,
  });
}
