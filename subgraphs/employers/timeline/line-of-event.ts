import { z } from 'zod';
import type { Event } from '../../events.js';
import { TimelineKind } from './timeline-entry.js';

/** A line that another subgraph tells of. */
export interface EventLine {
  kind: TimelineKind;
  title: string;
  subjectType: string;
  subjectId: string;
}

/** What became of a vacancy, by its status. */
const CLOSED: Record<string, string> = {
  FULFILLED: 'is vervuld',
  CLOSED_UNFILLED: 'is gesloten zonder vervulling',
  EXPIRED: 'is verlopen',
  WITHDRAWN: 'is ingetrokken',
};

/** What somebody wrote in the log of a vacancy, by the kind of line; what it says stays there. */
const LOGGED: Record<string, string> = {
  INFORMATION: 'informatie',
  CONTACT: 'contact',
  PROGRESS: 'voortgang',
  CANDIDATE_FEEDBACK: 'terugkoppeling over een kandidaat',
  AFTERCARE: 'nazorg',
};

/** Number and title of a vacancy, as far as the event bears them: older events bear less. */
const named = z.object({ vacancyId: z.string(), number: z.string().optional(), title: z.string().optional() });

/** What a vacancy cites: a work agreement from which it came (R-114), a covenant of its work profile (R-115). */
const cited = z.object({ agreementId: z.string().nullable(), covenantId: z.string().nullable() });

const inWords = ({ number, title }: z.infer<typeof named>): string => {
  const words = ['Vacature', number, title && `(${title})`].filter(Boolean);
  return words.join(' ');
};

/**
 * The line that an event of another subgraph puts on the timeline of its employer; null for an event that puts none. No
 * personal data: whom a referral or a placement is about stays with it.
 * @throws ZodError when the event is not as agreed
 */
export function lineOfEvent({ type, data }: Event): EventLine | null {
  const vacancy = (title: string): EventLine => ({
    kind: TimelineKind.VACANCY,
    title,
    subjectType: 'Vacancy',
    subjectId: named.parse(data).vacancyId,
  });
  switch (type) {
    case 'vacancy.opened': {
      const { positions } = z.object({ positions: z.int().min(1) }).parse(data);
      const places = positions === 1 ? '1 arbeidsplaats' : `${positions} arbeidsplaatsen`;
      return vacancy(`${inWords(named.parse(data))} is geopend: ${places}.`);
    }
    case 'vacancy.closed': {
      const { status } = z.object({ status: z.string() }).parse(data);
      return vacancy(`${inWords(named.parse(data))} ${CLOSED[status] ?? 'is gesloten'}.`);
    }
    // Contact on a vacancy stands in its log, and no contact moment is made of it (R-079).
    case 'vacancy.logged': {
      const { kind } = z.object({ kind: z.string() }).parse(data);
      const what = LOGGED[kind];
      return what ? vacancy(`${inWords(named.parse(data))}: ${what} vastgelegd in het logboek.`) : null;
    }
    case 'vacancy.agreement-cited': {
      const { agreementId, covenantId } = cited.parse(data);
      const words = inWords(named.parse(data));
      const drawnUp = 'het werkprofiel is opgesteld bij een samenwerkingsconvenant';
      if (!agreementId)
        return vacancy(covenantId ? `${words}: ${drawnUp}.` : `${words} is niet meer verbonden aan een werkafspraak.`);
      return vacancy(`${words} komt voort uit een werkafspraak${covenantId ? `; ${drawnUp}` : ''}.`);
    }
    case 'placement.registered': {
      const told = named.extend({ placementId: z.string(), sustainable: z.boolean() }).parse(data);
      const on = told.number ? ` op vacature ${told.number}` : '';
      return {
        kind: TimelineKind.PLACEMENT,
        title: `Plaatsing vastgelegd${on}: ${told.sustainable ? 'duurzaam' : 'niet duurzaam'}.`,
        subjectType: 'Placement',
        subjectId: told.placementId,
      };
    }
    default:
      return null;
  }
}
