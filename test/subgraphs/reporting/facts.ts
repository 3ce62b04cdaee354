import { randomUUID } from 'node:crypto';
import type { Event, EventData, EventType } from '../../../subgraphs/events.js';

/** An event as the outbox hands it over, of which a test tells what matters. */
export function told<T extends EventType>(type: T, data: EventData[T], occurredOn: string, more: Partial<Event> = {}) {
  return {
    id: randomUUID(),
    type,
    occurredOn,
    recordedAt: `${occurredOn}T10:00:00.000Z`,
    actorId: 'prof-01',
    data,
    ...more,
  } as Event;
}

export const contact = (
  employerId: string,
  on: string,
  data: Partial<EventData['contact-moment.registered']> = {},
  more: Partial<Event> = {},
) =>
  told(
    'contact-moment.registered',
    {
      employerId,
      contactMomentId: randomUUID(),
      typeNumber: 2,
      medium: 'PHONE',
      category: 'OTHER',
      teamId: null,
      npsSurveyId: null,
      ...data,
    },
    on,
    more,
  );

export const placement = (
  employerId: string,
  on: string,
  data: Partial<EventData['placement.registered']> = {},
  more: Partial<Event> = {},
) =>
  told(
    'placement.registered',
    {
      employerId,
      vacancyId: randomUUID(),
      placementId: randomUUID(),
      targetGroup: 'WW',
      sustainable: false,
      teamIds: [],
      ...data,
    },
    on,
    more,
  );

export const vacancy = (employerId: string, on: string, vacancyId: string, positions: number) =>
  told('vacancy.opened', { employerId, vacancyId, number: vacancyId, positions }, on);

export const invited = (employerId: string, on: string, surveyId: string) =>
  told('nps.invited', { employerId, surveyId }, on);

export const answered = (employerId: string, on: string, surveyId: string, score: number) =>
  told('nps.answered', { employerId, surveyId, score }, on);
