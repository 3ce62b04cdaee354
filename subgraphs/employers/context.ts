import type DataLoader from 'dataloader';
import type { Kvk } from '../../adapters/kvk/port.js';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { baseContext, type Context, type Surroundings } from '../context.js';
import { byId, listBy } from '../loaders.js';
import { contactLoaders, type ContactLoaders } from './contact/loaders.js';
import { ContactPerson } from './dossier/contact-person.js';
import { Employer } from './dossier/employer.js';
import { registersLoader, type Registers } from './dossier/registers.js';
import { Organisation } from './organisation/organisation.js';
import { Professional } from './organisation/professional.js';
import { Region } from './organisation/region.js';
import { RegionAgreements } from './organisation/region-agreements.js';
import { Team } from './organisation/team.js';
import { ownershipLoaders, type OwnershipLoaders } from './ownership/loaders.js';
import { planLoaders, type PlanLoaders } from './plan/loaders.js';
import { pyramidLoaders, type PyramidLoaders } from './pyramid/loaders.js';
import { workLoaders, type WorkLoaders } from './work/loaders.js';

/** What the resolvers of employers are handed for one request. */
export interface EmployersContext
  extends Context, OwnershipLoaders, ContactLoaders, WorkLoaders, PlanLoaders, PyramidLoaders {
  kvk: Kvk;
  employerById: DataLoader<string, Employer | null>;
  registers: DataLoader<Employer, Registers, string>;
  contactPersonById: DataLoader<string, ContactPerson | null>;
  contactPersonsOf: DataLoader<string, ContactPerson[]>;
  regionById: DataLoader<string, Region | null>;
  organisationById: DataLoader<string, Organisation | null>;
  teamById: DataLoader<string, Team | null>;
  professionalById: DataLoader<string, Professional | null>;
  teamsOfRegion: DataLoader<string, Team[]>;
  membersOfTeam: DataLoader<string, Professional[]>;
  agreementsOfRegion: DataLoader<string, RegionAgreements[]>;
}

/** @param kvk the register, chosen by main */
export function employersContext(kvk: Kvk, surroundings: Surroundings, request: RequestContext): EmployersContext {
  const base = baseContext(surroundings, request);
  const { em } = base;
  return {
    ...base,
    ...ownershipLoaders(em),
    ...contactLoaders(em),
    ...workLoaders(em),
    ...planLoaders(em),
    ...pyramidLoaders(em),
    kvk,
    employerById: byId(em, Employer),
    registers: registersLoader(base, kvk),
    contactPersonById: byId(em, ContactPerson),
    contactPersonsOf: listBy(em, ContactPerson, 'employerId', { name: 'asc' }),
    regionById: byId(em, Region),
    organisationById: byId(em, Organisation),
    teamById: byId(em, Team),
    professionalById: byId(em, Professional),
    teamsOfRegion: listBy(em, Team, 'regionId', { name: 'asc' }),
    membersOfTeam: listBy(em, Professional, 'teamId', { name: 'asc' }),
    agreementsOfRegion: listBy(em, RegionAgreements, 'regionId', { validFrom: 'desc' }),
  };
}
