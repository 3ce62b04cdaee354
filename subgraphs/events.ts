/**
 * What happened, told to whoever must know. Each event is put on the outbox in the transaction of the write that it
 * tells of; consumers may see it more than once and must bear that. Personal data stays behind: an event bears ids (one, that
 * somebody is to be forgotten, cannot).
 */
export interface EventData {
  'employer.registered': { employerId: string; regionId: string; tradeName: string; kvkNumber: string | null };
  /** `tradeName`: the new one, when that changed. */
  'employer.updated': { employerId: string; fields: string[]; tradeName?: string };
  /** A register says something else than before; the values stay in the dossier. */
  'employer.register-changed': { employerId: string; source: string; fields: string[] };
  /** Dossiers live on in `keepId`: what is known of them is from now on known of that one. `employerId` is `keepId`. */
  'employer.merged': { employerId: string; keepId: string; mergedIds: string[] };
  /** `active`: whether the person still works there; events from before told of nobody who left. */
  'contact-person.saved': { employerId: string; contactPersonId: string; active?: boolean };
  /**
   * Somebody asked to be forgotten, and is known only as who was erased. The one event that bears more than ids: `words` are
   * the names, telephone numbers and mail addresses to be erased, in dossiers `employerIds` (the person's, and those that
   * were merged into it). Who erased them takes them out of the outbox; without them there is nothing left to erase.
   */
  'contact-person.erased': {
    employerId: string;
    employerIds: string[];
    contactPersonId: string;
    ground: string;
    words?: string[];
  };
  /** A professional left, or is back; vacancies is told of everybody who works here, once. `version`: of the professional, by which the last word is known. */
  'professional.changed': { professionalId: string; active: boolean; version: number };
  /** A work agreement as it is from now on: of which kind, and its first and last day. What was agreed stays behind. */
  'work-agreement.saved': {
    employerId: string;
    agreementId: string;
    kind: string;
    validFrom: string;
    validUntil: string | null;
  };
  'holdership.started': {
    employerId: string;
    regionId: string;
    professionalId: string;
    isMain: boolean;
    teamId: string | null;
  };
  'holdership.ended': {
    employerId: string;
    regionId: string;
    professionalId: string;
    isMain: boolean;
    teamId: string | null;
  };
  'contact-moment.registered': {
    employerId: string;
    contactMomentId: string;
    typeNumber: number;
    medium: string;
    category: 'VISIT' | 'OTHER' | 'UNCATEGORISED';
    teamId: string | null;
    npsSurveyId: string | null;
    /** Whether WBS was consulted before the contact. */
    consulted?: boolean;
  };
  /** What a contact moment says from now on: all of it, also what did not change. Registered is version 1. */
  'contact-moment.corrected': EventData['contact-moment.registered'] & { version: number };
  /** A contact moment lives on in another, and no longer counts itself. */
  'contact-moment.merged': { employerId: string; contactMomentId: string; version: number; intoId: string };
  'nps.invited': { employerId: string; surveyId: string };
  'nps.answered': { employerId: string; surveyId: string; score: number };
  /** An invitation lapsed unanswered: its contact moment was corrected or merged. */
  'nps.withdrawn': { employerId: string; surveyId: string };
  /** A message is to be sent: `kind` says what it tells of, the employers' table `mail` to whom. */
  'mail.requested': { mailId: string; kind: string; subjectId: string };
  'vacancy.opened': { employerId: string; vacancyId: string; number: string; positions: number; title?: string };
  'vacancy.closed': { employerId: string; vacancyId: string; status: string; number?: string; title?: string };
  /** Somebody wrote in the log of a vacancy; the text stays there. */
  'vacancy.logged': {
    employerId: string;
    vacancyId: string;
    entryId: string;
    kind: string;
    number: string;
    title: string;
  };
  /** From which work agreement a vacancy came, and which covenant its work profile has: all that it cites, also what did not change. */
  'vacancy.agreement-cited': {
    employerId: string;
    vacancyId: string;
    number: string;
    title: string;
    agreementId: string | null;
    covenantId: string | null;
  };
  'placement.registered': {
    employerId: string;
    vacancyId: string;
    /** Of the vacancy. */
    number?: string;
    placementId: string;
    targetGroup: 'WAJONG' | 'WGA' | 'WW' | 'WWB' | 'OTHER';
    sustainable: boolean;
    teamIds: string[];
  };
  /** A problem in the aftercare of a placement; what it is stays in its log. `professionalId`: who does the aftercare. */
  'aftercare.problem': {
    employerId: string;
    vacancyId: string;
    /** Of the vacancy. */
    number: string;
    placementId: string;
    entryId: string;
    professionalId: string;
    regionId: string;
  };
  /** Something waits to be told to the channel of a publication, or to werk.nl of a CV. */
  'publication.changed': { publicationId: string; vacancyId: string };
  'cv-publication.changed': { publicationId: string };
}

export type EventType = keyof EventData;

export interface Event<T extends EventType = EventType> {
  /** UUID; the same event handed over twice bears the same id. */
  id: string;
  type: T;
  /** The day it happened in the Netherlands, `YYYY-MM-DD`. */
  occurredOn: string;
  /** When it became known, ISO 8601 in UTC. */
  recordedAt: string;
  actorId: string | null;
  data: EventData[T];
}

/** Those that tell werk.nl have queues of their own: what only we must know does not wait for a partner. */
export type Consumer =
  'reporting' | 'mail' | 'employers' | 'vacancies' | 'vacancies-werknl' | 'jobseekers' | 'jobseekers-werknl';

/** Who is told of what. */
export const consumersOf: Record<EventType, readonly Consumer[]> = {
  'employer.registered': ['reporting', 'vacancies'],
  'employer.updated': ['reporting', 'vacancies'],
  'employer.register-changed': ['reporting'],
  'employer.merged': ['reporting', 'vacancies'],
  'contact-person.saved': ['reporting', 'vacancies'],
  'contact-person.erased': ['vacancies'],
  'professional.changed': ['vacancies', 'jobseekers', 'reporting'],
  'work-agreement.saved': ['vacancies'],
  'holdership.started': ['reporting'],
  'holdership.ended': ['reporting'],
  'contact-moment.registered': ['reporting'],
  'contact-moment.corrected': ['reporting'],
  'contact-moment.merged': ['reporting'],
  'nps.invited': ['reporting'],
  'nps.answered': ['reporting'],
  'nps.withdrawn': ['reporting'],
  'mail.requested': ['mail'],
  'vacancy.opened': ['reporting', 'employers'],
  'vacancy.closed': ['reporting', 'employers'],
  'vacancy.logged': ['employers'],
  'vacancy.agreement-cited': ['employers'],
  'placement.registered': ['reporting', 'employers'],
  'aftercare.problem': ['employers'],
  'publication.changed': ['vacancies-werknl'],
  'cv-publication.changed': ['jobseekers-werknl'],
};
