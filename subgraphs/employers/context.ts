import type DataLoader from 'dataloader';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { baseContext, type Context, type Surroundings } from '../context.js';
import { byId, listBy } from '../loaders.js';
import { Organisation } from './organisation/organisation.js';
import { Professional } from './organisation/professional.js';
import { Region } from './organisation/region.js';
import { RegionAgreements } from './organisation/region-agreements.js';
import { Team } from './organisation/team.js';

/** What the resolvers of employers are handed for one request. */
export interface EmployersContext extends Context {
  regionById: DataLoader<string, Region | null>;
  organisationById: DataLoader<string, Organisation | null>;
  teamById: DataLoader<string, Team | null>;
  professionalById: DataLoader<string, Professional | null>;
  teamsOfRegion: DataLoader<string, Team[]>;
  membersOfTeam: DataLoader<string, Professional[]>;
  agreementsOfRegion: DataLoader<string, RegionAgreements[]>;
}

export function employersContext(surroundings: Surroundings, request: RequestContext): EmployersContext {
  const base = baseContext(surroundings, request);
  const { em } = base;
  return {
    ...base,
    regionById: byId(em, Region),
    organisationById: byId(em, Organisation),
    teamById: byId(em, Team),
    professionalById: byId(em, Professional),
    teamsOfRegion: listBy(em, Team, 'regionId', { name: 'asc' }),
    membersOfTeam: listBy(em, Professional, 'teamId', { name: 'asc' }),
    agreementsOfRegion: listBy(em, RegionAgreements, 'regionId', { validFrom: 'desc' }),
  };
}
