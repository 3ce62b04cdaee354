import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import { NpsSurvey } from '../contact/satisfaction/nps-survey.js';
import { Professional, Role } from '../organisation/professional.js';
import { RegionAgreements } from '../organisation/region-agreements.js';
import { Team } from '../organisation/team.js';
import { remembered } from '../remembered.js';
import { AccountHoldership } from './account-holdership.js';
import { Consultation } from './approach/consultation.js';
import { holdershipsThen } from './decision/holderships-then.js';
import { lastContactsKnown, type ContactsAsked } from './decision/last-contacts-known.js';
import { mergesOfRecord, type CameAlong } from './decision/merges-of-record.js';
import type { ContactFact } from './decision/may-take-over.js';
import type { OpenThread } from './open-thread.js';
import { openThreads } from './open-threads.js';
import { OwnershipRequest } from './request/ownership-request.js';
import { recordsThen } from './decision/stood-then.js';

export interface OwnershipLoaders {
  holdershipById: DataLoader<string, AccountHoldership | null>;
  /** All holderships of an employer, past ones too, by region and time. */
  holdershipsOfEmployer: DataLoader<string, AccountHoldership[]>;
  /** As they were known just before a moment, where they stood then. */
  holdershipsAsKnown(knownAt: Date): DataLoader<string, AccountHoldership[]>;
  surveysAsKnown(knownAt: Date): DataLoader<string, NpsSurvey[]>;
  /** By which merge a record came to its dossier; null when it always stood there. */
  mergeOfRecord: DataLoader<string, CameAlong | null>;
  lastContactsAsKnown(asked: ContactsAsked): DataLoader<string, ContactFact[]>;
  ownershipRequestById: DataLoader<string, OwnershipRequest | null>;
  ownershipRequestsOfEmployer: DataLoader<string, OwnershipRequest[]>;
  consultationById: DataLoader<string, Consultation | null>;
  openThreadsOfEmployer: DataLoader<string, OpenThread[]>;
  /** The managers at work in a region; without them, who looks after the system there. */
  managersOfRegion: DataLoader<string, Professional[]>;
}

const STEERS: string[] = [Role.MANAGER, Role.ADMIN];

export const ownershipLoaders = (em: EntityManager): OwnershipLoaders => ({
  holdershipById: byId(em, AccountHoldership),
  holdershipsOfEmployer: listBy(em, AccountHoldership, 'employerId', { validFrom: 'desc' }),
  holdershipsAsKnown: remembered((knownAt: Date) => holdershipsThen(em, knownAt)),
  surveysAsKnown: remembered(
    (knownAt: Date) =>
      new DataLoader(async (employerIds) =>
        (await recordsThen(em, NpsSurvey, 'nps_survey', employerIds, knownAt)).map((all) => all.map(({ row }) => row)),
      ),
  ),
  mergeOfRecord: mergesOfRecord(em),
  lastContactsAsKnown: remembered((asked) => lastContactsKnown(em, asked)),
  ownershipRequestById: byId(em, OwnershipRequest),
  ownershipRequestsOfEmployer: listBy(em, OwnershipRequest, 'employerId', { requestedAt: 'desc', id: 'desc' }),
  consultationById: byId(em, Consultation),
  openThreadsOfEmployer: openThreads(em),
  managersOfRegion: new DataLoader(async (regionIds) => {
    const found = await em.find(
      Professional,
      { active: true, roles: { $overlap: STEERS }, regionIds: { $overlap: [...regionIds] } },
      { orderBy: { id: 'asc' }, disableIdentityMap: true },
    );
    return regionIds.map((id) => {
      const here = found.filter((person) => person.regionIds.includes(id));
      const managers = here.filter((person) => person.roles.includes(Role.MANAGER));
      return managers.length ? managers : here;
    });
  }),
});

/** What the facts of ownership are read with. */
export interface FactReaders extends OwnershipLoaders {
  npsSurveysOfEmployer: DataLoader<string, NpsSurvey[]>;
  professionalById: DataLoader<string, Professional | null>;
  teamById: DataLoader<string, Team | null>;
  agreementsOfRegion: DataLoader<string, RegionAgreements[]>;
}

/** Readers within the transaction of `em`: what they find cannot be changed by another who waits for the same account. */
export const factReaders = (em: EntityManager): FactReaders => ({
  ...ownershipLoaders(em),
  npsSurveysOfEmployer: listBy(em, NpsSurvey, 'employerId', { invitedAt: 'desc', id: 'desc' }),
  professionalById: byId(em, Professional),
  teamById: byId(em, Team),
  agreementsOfRegion: listBy(em, RegionAgreements, 'regionId', { validFrom: 'desc' }),
});
