import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { Severity, type RuleNotice } from '../../../payload.js';
import { cutoff } from '../../ownership/decision/cutoff.js';
import { ACQUISITION } from './check-consultation.js';

/** A notice when an acquisition (type 1) is no first or renewed contact: there was one within the region's term. */
export const acquisitionNotices = (
  typeNumber: number,
  occurredOn: string,
  lastContactOn: string | null,
  renewedContactMonths: number,
): RuleNotice[] =>
  typeNumber !== ACQUISITION || !lastContactOn || lastContactOn < cutoff(occurredOn, renewedContactMonths)
    ? []
    : [
        {
          code: 'NOT_NEW_OR_RENEWED',
          message: `Type 1, Acquisitie, is voor een eerste of hernieuwd contact. Het laatste contact was op ${inDutch(lastContactOn)}; in deze regio is contact na ${renewedContactMonths} maanden hernieuwd.`,
          requirement: 'R-065',
          severity: Severity.WARNING,
        },
      ];

/**
 * The day of the last contact with an employer up to a day; null when there was none.
 * @param exceptId a contact moment that is looked past
 */
export async function lastContactOn(
  em: EntityManager,
  employerId: string,
  until: string,
  exceptId: string | null = null,
): Promise<string | null> {
  const [row] = await em.execute<{ on: string | null }[]>(
    `select max(occurred_on)::text as on from contact_moment
      where employer_id = ? and occurred_on <= ? and id is distinct from ?::uuid`,
    [employerId, until, exceptId],
  );
  return row?.on ?? null;
}
