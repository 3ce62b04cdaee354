import type { EntityManager } from '../../../database.js';
import { inDutch } from '../../../in-dutch.js';
import { page, pageSize, readCursor, type Page } from '../../../pages.js';
import type { AgreedValues } from '../../organisation/propose-agreements.js';
import type { RegionAgreements } from '../../organisation/region-agreements.js';
import { nextReviewDue, reviewDueUnder } from '../../plan/account-plan/next-review.js';
import { contactsApart, lastContactsBetween, plansOfRegion } from './accounts-touched.js';
import { AgreementSetting, type AgreementEffect } from './agreement-effect.js';
import { cutoff } from '../decision/cutoff.js';

/** Other agreements of a region to try out, beside those in force on the day. */
export interface Tried {
  regionId: string;
  onDate: string;
  now: AgreedValues;
  proposed: AgreedValues;
  /** All agreements of the region. */
  versions: RegionAgreements[];
}

const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`);
const months = (count: number): string => (count === 1 ? '1 maand' : `${count} maanden`);

/** Plans that are due on the day under one term and not under the other. A date that was set stays, and that is told. */
async function ofReviews(
  em: EntityManager,
  { regionId, onDate, now, proposed, versions }: Tried,
): Promise<AgreementEffect[]> {
  const [before, after] = [now.accountPlanReviewMonths, proposed.accountPlanReviewMonths];
  if (before === after) return [];
  return (await plansOfRegion(em, regionId, onDate)).flatMap(({ employerId, ...plan }) => {
    const [due, counted] = [reviewDueUnder(plan, versions), nextReviewDue(plan, after)];
    if (due <= onDate === counted <= onDate) return [];
    const state =
      counted === onDate
        ? 'die dag zelf'
        : `op ${inDutch(onDate)} is dat ${counted > onDate ? 'nog niet aan de beurt' : 'te laat'}`;
    const because = `Geteld met ${months(after)} moet het accountplan op ${inDutch(counted)} worden herzien: ${state}. De datum die er staat, ${inDutch(due)}, blijft; de nieuwe termijn telt vanaf de volgende herziening.`;
    return [{ employerId, setting: AgreementSetting.ACCOUNT_PLAN_REVIEW_MONTHS, because }];
  });
}

/** Employers for whom contact on the day is renewed contact under one term, and not under the other. */
async function ofRenewedContact(
  em: EntityManager,
  { regionId, onDate, now, proposed }: Tried,
): Promise<AgreementEffect[]> {
  const [before, after] = [now.renewedContactMonths, proposed.renewedContactMonths];
  if (before === after) return [];
  const [from, until] = [cutoff(onDate, Math.max(before, after)), cutoff(onDate, Math.min(before, after))];
  const found = await lastContactsBetween(em, regionId, { from, until, onDate });
  const becomes = after < before ? 'wel' : 'niet meer';
  return found.map(({ employerId, on }) => ({
    employerId,
    setting: AgreementSetting.RENEWED_CONTACT_MONTHS,
    because: `Het laatste contact was op ${inDutch(on)}. Met ${months(after)} in plaats van ${months(before)} is een contact op ${inDutch(onDate)} ${becomes} hernieuwd (type 1, Acquisitie).`,
  }));
}

/** Employers with contacts of the past year that belong in one moment under one window, and not under the other. */
async function ofMergeWindow(
  em: EntityManager,
  { regionId, onDate, now, proposed }: Tried,
): Promise<AgreementEffect[]> {
  const [before, after] = [now.contactMergeWindowDays, proposed.contactMergeWindowDays];
  if (before === after) return [];
  const found = await contactsApart(em, regionId, {
    above: Math.min(before, after),
    upTo: Math.max(before, after),
    onDate,
  });
  const becomes = after > before ? 'wel' : 'niet meer';
  return found.map(({ employerId, earlier, later }) => ({
    employerId,
    setting: AgreementSetting.CONTACT_MERGE_WINDOW_DAYS,
    because: `Over één onderwerp was er contact op ${inDutch(earlier)} en ${inDutch(later)}. Met ${days(after)} in plaats van ${days(before)} horen zulke contacten ${becomes} in één contactmoment. Dat geldt voor contacten vanaf de ingangsdatum; wat is geregistreerd, blijft.`,
  }));
}

/** The accounts that other agreements would touch, beside the decisions on ownership: by agreement, then by account. */
export async function findAgreementEffects(em: EntityManager, tried: Tried): Promise<AgreementEffect[]> {
  const found = [await ofReviews(em, tried), await ofRenewedContact(em, tried), await ofMergeWindow(em, tried)];
  return found.flatMap((effects) => effects.sort((a, b) => (a.employerId < b.employerId ? -1 : 1)));
}

/** A page of them. */
export function pageOfEffects(
  effects: AgreementEffect[],
  {
    first,
    after,
    setting,
  }: { first: number; after?: string | null | undefined; setting?: AgreementSetting | null | undefined },
): Page<AgreementEffect> {
  const size = pageSize(first);
  const order = Object.values(AgreementSetting);
  const asked = effects.filter((effect) => !setting || effect.setting === setting);
  const [last, employerId] = after ? readCursor(after, 2) : [];
  const passed = order.indexOf(last as AgreementSetting);
  const rest = after
    ? asked.filter((effect) => {
        const place = order.indexOf(effect.setting);
        return place > passed || (place === passed && effect.employerId > String(employerId));
      })
    : asked;
  return page(rest.slice(0, size + 1), size, asked.length, after, (effect) => [effect.setting, effect.employerId]);
}
