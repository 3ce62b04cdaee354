import type DataLoader from 'dataloader';
import type { Kvk } from '../../adapters/kvk/port.js';
import type { Suwi } from '../../adapters/suwi/port.js';
import type { RequestContext } from '../../runtime/ask-subgraph.js';
import { baseContext, type Context, type Surroundings } from '../context.js';
import { byId, listBy } from '../loaders.js';
import { contactLoaders, type ContactLoaders } from './contact/loaders.js';
import { changedAtLoader, type ChangedAt } from './dossier/registers/changed-at.js';
import { ContactPerson } from './dossier/contact-person.js';
import { Employer } from './dossier/employer.js';
import { kvkSource } from './dossier/registers/kvk-source.js';
import type { RegisterSource } from './dossier/registers/register-source.js';
import { registersLoader, type Registers } from './dossier/registers/registers.js';
import { suwiSource } from './dossier/registers/suwi-source.js';
import type { BesideSettings } from './beside-settings.js';
import type { FileSettings } from './document/file-store.js';
import type { HelpBook } from './help/help-book.js';
import type { SupportSettings } from './help/support-settings.js';
import { documentLoaders, type DocumentLoaders } from './document/loaders.js';
import { Organisation } from './organisation/organisation.js';
import { organisationsOfRegion } from './organisation/organisations-of-region.js';
import { Professional } from './organisation/professional.js';
import { Region } from './organisation/region.js';
import { RegionAgreements } from './organisation/region-agreements.js';
import { Team } from './organisation/team.js';
import { Training } from './organisation/training.js';
import { ownershipLoaders, type OwnershipLoaders } from './ownership/loaders.js';
import { planLoaders, type PlanLoaders } from './plan/loaders.js';
import { pyramidLoaders, type PyramidLoaders } from './pyramid/loaders.js';
import { dossierFactsLoader, type DossierFacts } from './quality/dossier-facts.js';
import { structureLoaders, type StructureLoaders } from './structure/loaders.js';
import { timelineLoaders, type TimelineLoaders } from './timeline/loaders.js';
import { workLoaders, type WorkLoaders } from './work/loaders.js';

/** What the resolvers of employers are handed for one request. */
export interface EmployersContext
  extends
    Context,
    OwnershipLoaders,
    ContactLoaders,
    WorkLoaders,
    TimelineLoaders,
    DocumentLoaders,
    PlanLoaders,
    PyramidLoaders,
    StructureLoaders {
  kvk: Kvk;
  suwi: Suwi;
  beside: BesideSettings;
  support: SupportSettings;
  helpBook: HelpBook;
  /** Null: documents cannot be uploaded. */
  files: FileSettings | null;
  /** The registers that feed the dossier, in the order in which they are believed. */
  sources: readonly RegisterSource[];
  employerById: DataLoader<string, Employer | null>;
  registers: DataLoader<Employer, Registers, string>;
  /** When each of our own fields was last changed. */
  changedAt: DataLoader<string, ChangedAt>;
  /** The employers directly below one in its concern. */
  childrenOf: DataLoader<string, Employer[]>;
  contactPersonById: DataLoader<string, ContactPerson | null>;
  contactPersonsOf: DataLoader<string, ContactPerson[]>;
  /** What the quality of a dossier is judged by, today. */
  dossierFacts: DataLoader<string, DossierFacts | null>;
  regionById: DataLoader<string, Region | null>;
  organisationById: DataLoader<string, Organisation | null>;
  teamById: DataLoader<string, Team | null>;
  professionalById: DataLoader<string, Professional | null>;
  teamsOfRegion: DataLoader<string, Team[]>;
  membersOfTeam: DataLoader<string, Professional[]>;
  organisationsOfRegion: DataLoader<string, Organisation[]>;
  agreementsOfRegion: DataLoader<string, RegionAgreements[]>;
  trainingById: DataLoader<string, Training | null>;
  /** Newest first. */
  trainingsOf: DataLoader<string, Training[]>;
}

/** The partners that employers asks, chosen by main. Where registers differ, the order of `sources` below decides. */
export interface EmployersPartners {
  kvk: Kvk;
  suwi: Suwi;
}

export function employersContext(
  {
    kvk,
    suwi,
    beside,
    files,
    support,
    helpBook,
  }: EmployersPartners & {
    beside: BesideSettings;
    files: FileSettings | null;
    support: SupportSettings;
    helpBook: HelpBook;
  },
  surroundings: Surroundings,
  request: RequestContext,
): EmployersContext {
  const base = baseContext(surroundings, request);
  const { em } = base;
  const sources = [kvkSource(kvk), suwiSource(suwi)];
  return {
    ...base,
    ...ownershipLoaders(em),
    ...contactLoaders(em),
    ...workLoaders(em),
    ...timelineLoaders(em),
    ...documentLoaders(em),
    ...planLoaders(em),
    ...pyramidLoaders(em),
    ...structureLoaders(em),
    kvk,
    suwi,
    beside,
    files,
    support,
    helpBook,
    sources,
    employerById: byId(em, Employer),
    registers: registersLoader(base, sources),
    changedAt: changedAtLoader(em),
    childrenOf: listBy(em, Employer, 'parentId', { name: 'asc' }),
    contactPersonById: byId(em, ContactPerson),
    contactPersonsOf: listBy(em, ContactPerson, 'employerId', { name: 'asc' }),
    dossierFacts: dossierFactsLoader(em, () => base.clock.today()),
    regionById: byId(em, Region),
    organisationById: byId(em, Organisation),
    teamById: byId(em, Team),
    professionalById: byId(em, Professional),
    teamsOfRegion: listBy(em, Team, 'regionId', { name: 'asc' }),
    membersOfTeam: listBy(em, Professional, 'teamId', { name: 'asc' }),
    organisationsOfRegion: organisationsOfRegion(em),
    agreementsOfRegion: listBy(em, RegionAgreements, 'regionId', { validFrom: 'desc' }),
    trainingById: byId(em, Training),
    trainingsOf: listBy(em, Training, 'professionalId', { heldOn: 'desc', id: 'desc' }),
  };
}
