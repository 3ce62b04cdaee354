import { z } from 'zod';
import type { Event, EventData, EventType } from '../../events.js';

/** Events that reporting is not told of, or that tell of our own people: of nothing that counts at an employer. */
type Errand =
  | 'mail.requested'
  | 'publication.changed'
  | 'cv-publication.changed'
  | 'contact-person.erased'
  | 'professional.changed'
  | 'work-agreement.saved'
  | 'vacancy.logged'
  | 'vacancy.agreement-cited'
  | 'aftercare.problem';

const contactMoment = z.object({
  employerId: z.string(),
  contactMomentId: z.string(),
  typeNumber: z.int().min(1),
  medium: z.string(),
  category: z.enum(['VISIT', 'OTHER', 'UNCATEGORISED']),
  teamId: z.string().nullable(),
  npsSurveyId: z.string().nullable(),
  consulted: z.boolean().optional(),
});

/** What reporting reads of each event. Anything else an event bears stays out of the facts. */
const data = {
  'employer.registered': z.object({ employerId: z.string(), regionId: z.string() }),
  'employer.updated': z.object({ employerId: z.string(), fields: z.array(z.string()) }),
  'employer.register-changed': z.object({ employerId: z.string(), source: z.string(), fields: z.array(z.string()) }),
  'employer.merged': z.object({ employerId: z.string(), mergedIds: z.array(z.string()).min(1) }),
  'contact-person.saved': z.object({ employerId: z.string(), contactPersonId: z.string() }),
  'holdership.started': z.object({
    employerId: z.string(),
    regionId: z.string(),
    professionalId: z.string(),
    isMain: z.boolean(),
    teamId: z.string().nullable(),
  }),
  'holdership.ended': z.object({
    employerId: z.string(),
    regionId: z.string(),
    professionalId: z.string(),
    isMain: z.boolean(),
    teamId: z.string().nullable(),
  }),
  'contact-moment.registered': contactMoment,
  'contact-moment.corrected': contactMoment.extend({ version: z.int().min(2) }),
  'contact-moment.merged': z.object({
    employerId: z.string(),
    contactMomentId: z.string(),
    version: z.int().min(2),
    intoId: z.string(),
  }),
  'nps.invited': z.object({ employerId: z.string(), surveyId: z.string() }),
  'nps.answered': z.object({ employerId: z.string(), surveyId: z.string(), score: z.int().min(0).max(10) }),
  'nps.withdrawn': z.object({ employerId: z.string(), surveyId: z.string() }),
  'vacancy.opened': z.object({
    employerId: z.string(),
    vacancyId: z.string(),
    number: z.string(),
    positions: z.int().min(1),
  }),
  'vacancy.closed': z.object({ employerId: z.string(), vacancyId: z.string(), status: z.string() }),
  'placement.registered': z.object({
    employerId: z.string(),
    vacancyId: z.string(),
    placementId: z.string(),
    targetGroup: z.enum(['WAJONG', 'WGA', 'WW', 'WWB', 'OTHER']),
    sustainable: z.boolean(),
    teamIds: z.array(z.string()),
  }),
} satisfies { [T in Exclude<EventType, Errand>]: z.ZodType<Partial<EventData[T]>> };

const event = z.object({
  id: z.uuid(),
  type: z.enum(Object.keys(data) as (keyof typeof data)[]),
  occurredOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
});

export interface NewFact {
  id: string;
  kind: EventType;
  employerId: string;
  teamIds: string[];
  occurredOn: string;
  knownAt: string;
  payload: Record<string, unknown>;
}

function teamsIn(payload: object): string[] {
  if ('teamIds' in payload) return [...new Set(payload.teamIds as string[])];
  return 'teamId' in payload && payload.teamId ? [payload.teamId as string] : [];
}

/**
 * The fact that an event tells of.
 * @throws ZodError naming the fields, never their values, when the event is not as agreed: such an event must not count
 */
export function factOf(told: Event): NewFact {
  const { id, type, occurredOn, recordedAt } = event.parse(told);
  const { employerId, ...payload } = data[type].parse(told.data);
  return { id, kind: type, employerId, teamIds: teamsIn(payload), occurredOn, knownAt: recordedAt, payload };
}
