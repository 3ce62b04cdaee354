import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { DecisionProcess } from './decision-process.js';
import { EmployerRelation } from './employer-relation.js';
import { OrgUnit } from './org-unit.js';

export interface StructureLoaders {
  orgUnitById: DataLoader<string, OrgUnit | null>;
  orgUnitsOf: DataLoader<string, OrgUnit[]>;
  contactPersonsOfUnit: DataLoader<string, ContactPerson[]>;
  relationById: DataLoader<string, EmployerRelation | null>;
  /** The relations that still hold, from both sides, seen from this employer. */
  relationsOf: DataLoader<string, EmployerRelation[]>;
  /** Oldest first. */
  decisionProcessesOf: DataLoader<string, DecisionProcess[]>;
}

export function structureLoaders(em: EntityManager): StructureLoaders {
  const from = listBy(em, EmployerRelation, 'employerId', { registeredAt: 'asc', id: 'asc' });
  const to = listBy(em, EmployerRelation, 'relatedId', { registeredAt: 'asc', id: 'asc' });
  return {
    orgUnitById: byId(em, OrgUnit),
    orgUnitsOf: listBy(em, OrgUnit, 'employerId', { name: 'asc', id: 'asc' }),
    contactPersonsOfUnit: listBy(em, ContactPerson, 'orgUnitId', { name: 'asc', id: 'asc' }),
    relationById: byId(em, EmployerRelation),
    relationsOf: new DataLoader(async (ids) =>
      Promise.all(
        ids.map(async (id) => {
          const both = (await Promise.all([from.load(id), to.load(id)])).flat();
          // One record each way of looking: whose other side it shows depends on who asks.
          return both
            .filter(({ endedOn }) => !endedOn)
            .map((one) =>
              Object.assign(Object.create(EmployerRelation.prototype) as EmployerRelation, one, { askedId: id }),
            );
        }),
      ),
    ),
    decisionProcessesOf: listBy(em, DecisionProcess, 'employerId', { at: 'asc', id: 'asc' }),
  };
}
