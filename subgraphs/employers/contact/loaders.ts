import type DataLoader from 'dataloader';
import type { EntityManager } from '../../database.js';
import { byId, listBy } from '../../loaders.js';
import type { Page } from '../../pages.js';
import { read } from '../../read.js';
import { remembered } from '../remembered.js';
import { ContactMomentType } from './contact-moment-type.js';
import { ContactMoment } from './contact-moment.js';
import { lastContactsUntil, type LastContact } from './last-contacts.js';
import { NpsSurvey } from './nps-survey.js';
import { pagesByEmployer, type PageArgs } from './page-of-contact-moments.js';

export interface ContactLoaders {
  contactMomentById: DataLoader<string, ContactMoment | null>;
  /** Pages of contact moments by employer; equal arguments share one loader. */
  contactMomentsOfEmployer(args: PageArgs): DataLoader<string, Page<ContactMoment>>;
  lastContactsOfEmployer(onDate: string): DataLoader<string, LastContact[]>;
  /** All types of all times, read once a request. */
  allContactMomentTypes(): Promise<ContactMomentType[]>;
  npsSurveyById: DataLoader<string, NpsSurvey | null>;
  npsSurveysOfEmployer: DataLoader<string, NpsSurvey[]>;
  npsSurveysOfMoment: DataLoader<string, NpsSurvey[]>;
}

export const contactLoaders = (em: EntityManager): ContactLoaders => {
  const types = remembered(() => read(em, ContactMomentType, {}));
  return {
    contactMomentById: byId(em, ContactMoment),
    contactMomentsOfEmployer: remembered((args) => pagesByEmployer(em, args)),
    lastContactsOfEmployer: remembered((onDate) => lastContactsUntil(em, onDate)),
    allContactMomentTypes: () => types(null),
    npsSurveyById: byId(em, NpsSurvey),
    npsSurveysOfEmployer: listBy(em, NpsSurvey, 'employerId', { invitedAt: 'desc', id: 'desc' }),
    npsSurveysOfMoment: listBy(em, NpsSurvey, 'contactMomentId', { id: 'asc' }),
  };
};
