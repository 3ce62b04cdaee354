/**
 * What happened, told to whoever must know. Each event is put on the outbox in the transaction of the write that it
 * tells of; consumers may see it more than once and must bear that. Personal data stays behind: an event bears ids.
 */
export interface EventData {
  'employer.registered': { employerId: string; regionId: string };
  'employer.updated': { employerId: string; fields: string[] };
  'contact-person.saved': { employerId: string; contactPersonId: string };
  'holdership.started': {
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
  };
  'nps.invited': { employerId: string; surveyId: string };
  'nps.answered': { employerId: string; surveyId: string; score: number };
  /** A message is to be sent: `kind` says what it tells of, the employers' table `mail` to whom. */
  'mail.requested': { mailId: string; kind: string; subjectId: string };
  'vacancy.opened': { employerId: string; vacancyId: string; number: string; positions: number };
  'vacancy.closed': { employerId: string; vacancyId: string; status: string };
  'placement.registered': {
    employerId: string;
    vacancyId: string;
    placementId: string;
    targetGroup: 'WAJONG' | 'WGA' | 'WW' | 'WWB' | 'OTHER';
    sustainable: boolean;
    teamIds: string[];
  };
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

export type Consumer = 'reporting' | 'mail';

/** Who is told of what. */
export const consumersOf: Record<EventType, readonly Consumer[]> = {
  'employer.registered': ['reporting'],
  'employer.updated': ['reporting'],
  'contact-person.saved': ['reporting'],
  'holdership.started': ['reporting'],
  'contact-moment.registered': ['reporting'],
  'nps.invited': ['reporting'],
  'nps.answered': ['reporting'],
  'mail.requested': ['mail'],
  'vacancy.opened': ['reporting'],
  'vacancy.closed': ['reporting'],
  'placement.registered': ['reporting'],
};
