import DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import type { Page } from '../../pages.js';
import { read } from '../../read.js';
import { remembered } from '../remembered.js';
import { ContactMomentType } from './contact-moment-type.js';
import type { ContactMomentVersion } from './correction/contact-moment-version.js';
import { ContactMoment } from './contact-moment.js';
import type { Nearby } from './correction/merge-proposal.js';
import { nearbyMoments } from './correction/nearby-moments.js';
import { NpsSurvey } from './satisfaction/nps-survey.js';
import { pagesByEmployer, type PageArgs } from './page-of-contact-moments.js';
import { versionsOfMoment } from './correction/versions-of.js';

export interface ContactLoaders {
  contactMomentById: DataLoader<string, ContactMoment | null>;
  /** The contact moment that one with this id lives on in: itself, unless it was merged. */
  survivorOf(id: string): Promise<ContactMoment | null>;
  /** Pages of contact moments by employer; equal arguments share one loader. */
  contactMomentsOfEmployer(args: PageArgs): DataLoader<string, Page<ContactMoment>>;
  /** Texts of a moment and of what was merged into it, oldest first. */
  versionsOfMoment: DataLoader<string, ContactMomentVersion[]>;
  /** Other moments of the employer within the window of its region, by the id of a moment. */
  nearbyMoments: DataLoader<string, Nearby[]>;
  /** The contacts that followed the answer to a survey, newest first. */
  followUpsOfSurvey: DataLoader<string, ContactMoment[]>;
  /** All types of all times, read once a request. */
  allContactMomentTypes(): Promise<ContactMomentType[]>;
  npsSurveyById: DataLoader<string, NpsSurvey | null>;
  npsSurveysOfEmployer: DataLoader<string, NpsSurvey[]>;
  npsSurveysOfMoment: DataLoader<string, NpsSurvey[]>;
}

export const contactLoaders = (em: EntityManager): ContactLoaders => {
  const types = remembered(() => read(em, ContactMomentType, {}));
  const contactMomentById = byId(em, ContactMoment);
  return {
    contactMomentById,
    async survivorOf(id) {
      let moment = await contactMomentById.load(id);
      while (moment?.mergedIntoId) moment = await contactMomentById.load(moment.mergedIntoId);
      return moment;
    },
    contactMomentsOfEmployer: remembered((args) => pagesByEmployer(em, args)),
    versionsOfMoment: versionsOfMoment(em),
    nearbyMoments: new DataLoader(async (ids) => {
      const found = await nearbyMoments(em, ids);
      return ids.map((id) => found.get(id)!);
    }),
    followUpsOfSurvey: listBy(em, ContactMoment, 'followUpToSurveyId', { occurredOn: 'desc', id: 'desc' }),
    allContactMomentTypes: () => types(null),
    npsSurveyById: byId(em, NpsSurvey),
    npsSurveysOfEmployer: listBy(em, NpsSurvey, 'employerId', { invitedAt: 'desc', id: 'desc' }),
    npsSurveysOfMoment: listBy(em, NpsSurvey, 'contactMomentId', { id: 'asc' }),
  };
};
