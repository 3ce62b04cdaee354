import { v7, validate } from 'uuid';
import { whoAsks, type Context } from '../../../context.js';
import type { EntityManager } from '../../../database.js';
import { inDutch, numberInDutch } from '../../../in-dutch.js';
import { refused, written, type Outcome, type UserError } from '../../../payload.js';
import { lengthErrors, unreadErrors, userError } from '../../../user-error.js';
import type { Employer } from '../../dossier/employer.js';
import { NotificationKind } from '../../notification/notification.js';
import { notify } from '../../notification/notify.js';
import { lockedDossier, unknownEmployer } from '../../plan/employer-to-plan.js';
import { otherRegionErrors } from '../../plan/of-own-region.js';
import { planTeam } from '../../plan/plan-team.js';
import { putOnTimeline } from '../../timeline/put-on-timeline.js';
import { TimelineKind } from '../../timeline/timeline-entry.js';
import { afterColon } from '../after-colon.js';
import {
  PsoCertificate,
  PsoCertificateSchema,
  SocialReturnObligation,
  SocialReturnSchema,
  type PsoCertificateInput,
  type SocialReturnFulfilmentInput,
  type SocialReturnInput,
} from './obligations.js';

type Who = Pick<Context, 'clock' | 'identity'>;
const MOST_EURO = 1_000_000_000;

const between = (field: string, name: string, value: number | null | undefined, most: number): UserError[] =>
  value == null || (value >= 0 && value <= most)
    ? []
    : [
        userError(
          'OUT_OF_RANGE',
          ['input', field],
          `${name} (${field}) is 0 tot en met ${numberInDutch(most)}.`,
          'R-210',
        ),
      ];

/** Puts it on the timeline, and tells who serve the employer. */
async function tell(
  context: Who,
  em: EntityManager,
  { id: employerId, name, portfolioId }: Employer,
  { occasion, ...about }: { title: string; subjectType: string; subjectId: string; occasion: string },
): Promise<void> {
  const { clock } = context;
  const line = { ...about, employerId, actorId: whoAsks(context).professionalId };
  await putOnTimeline(em, clock, { ...line, kind: TimelineKind.AGREEMENT });
  await notify(em, clock, {
    ...line,
    title: `${name}: ${afterColon(about.title)}`,
    kind: NotificationKind.AGREEMENT_CHANGED,
    recipientIds: await planTeam(em, { id: employerId, portfolioId }, clock.today()),
    occasion,
  });
}

/** What comes of a value and a percentage, in euros to the cent, half up; null when either is not known. */
export const amountOf = (contractValue: number | null, percentage: number | null): number | null =>
  contractValue === null || percentage === null
    ? null
    : // 10.35 times 10 is 103.49999999999999 in binary: to 15 digits it is what people reckon.
      Math.round(Number((contractValue * percentage).toPrecision(15))) / 100;

/** Records what a client asks of an employer in social return, once; the amount is worked out, in whole cents. */
export async function registerSocialReturn(
  context: Who,
  em: EntityManager,
  input: SocialReturnInput,
): Promise<Outcome> {
  const employer = await lockedDossier(em, input.employerId);
  if (!employer) return refused(unknownEmployer());
  const elsewhere = await otherRegionErrors(context, em, employer, 'employerId');
  if (elsewhere.length) return refused(...elsewhere);
  const { contractValue = null, percentage = null, dueOn = null } = input;
  const client = input.client.trim();
  const errors = [
    ...lengthErrors(['input', 'client'], 'De opdrachtgever (client)', client, 2, 200),
    ...between('contractValue', 'De waarde', contractValue, MOST_EURO),
    ...between('percentage', 'Het percentage', percentage, 100),
  ];
  if (errors.length) return refused(...errors);
  const alike = await em.find(
    SocialReturnObligation,
    { employerId: employer.id, contractValue, percentage, dueOn },
    { disableIdentityMap: true },
  );
  if (alike.some((one) => one.client.toLowerCase() === client.toLowerCase()))
    return refused(
      userError(
        'OBLIGATION_EXISTS',
        ['input', 'client'],
        'Deze verplichting staat al in het dossier: zelfde opdrachtgever (client), waarde, percentage en uiterste dag.',
        'R-210',
      ),
    );
  const id = v7();
  await em.insert(SocialReturnSchema, {
    id,
    employerId: employer.id,
    client,
    contractValue,
    percentage,
    amount: amountOf(contractValue, percentage),
    fulfilled: 0,
    dueOn,
    registeredById: whoAsks(context).professionalId,
    registeredAt: context.clock.now(),
    version: 1,
  });
  await tell(context, em, employer, {
    title: `SROI-verplichting vastgelegd voor ${client}.`,
    subjectType: 'SocialReturnObligation',
    subjectId: id,
    occasion: 'registered',
  });
  return written(id);
}

/** Records how much of an obligation is met. */
export async function recordSocialReturnFulfilment(
  context: Who,
  em: EntityManager,
  { id, expectedVersion, fulfilled }: SocialReturnFulfilmentInput,
): Promise<Outcome> {
  if (validate(id)) await em.execute('select id from social_return where id = ? for update', [id]);
  const one = validate(id) ? await em.findOne(SocialReturnObligation, { id }, { refresh: true }) : null;
  if (!one)
    return refused(
      userError('UNKNOWN_OBLIGATION', ['input', 'id'], 'Deze SROI-verplichting (id) bestaat niet.', 'R-210'),
    );
  const employer = (await lockedDossier(em, one.employerId))!;
  const elsewhere = await otherRegionErrors(context, em, employer, 'id');
  if (elsewhere.length) return refused(...elsewhere);
  const unread = unreadErrors(expectedVersion, one.version);
  if (unread.length) return refused(...unread);
  const errors = between('fulfilled', 'De invulling', fulfilled, MOST_EURO);
  if (errors.length) return refused(...errors);
  one.fulfilled = fulfilled;
  await em.flush();
  const done = one.amount != null && fulfilled >= one.amount;
  const title = done
    ? `SROI-verplichting voor ${one.client} is helemaal ingevuld.`
    : `Invulling van de SROI-verplichting voor ${one.client} bijgewerkt.`;
  await tell(context, em, employer, {
    title,
    subjectType: 'SocialReturnObligation',
    subjectId: id,
    occasion: `version ${one.version}`,
  });
  return written(id);
}

/** Records a PSO certificate of an employer; the same one stands once. */
export async function registerPsoCertificate(
  context: Who,
  em: EntityManager,
  input: PsoCertificateInput,
): Promise<Outcome> {
  const employer = await lockedDossier(em, input.employerId);
  if (!employer) return refused(unknownEmployer());
  const elsewhere = await otherRegionErrors(context, em, employer, 'employerId');
  if (elsewhere.length) return refused(...elsewhere);
  const { level, thirtyPlus, validFrom, validUntil = null } = input;
  const refuse = (code: string, field: string, message: string) =>
    refused(userError(code, ['input', field], message, 'R-210'));
  if (validUntil && validUntil < validFrom)
    return refuse('ENDS_TOO_EARLY', 'validUntil', 'De laatste dag (validUntil) ligt niet vóór de eerste (validFrom).');
  if (await em.count(PsoCertificate, { employerId: employer.id, level, thirtyPlus, validFrom }))
    return refuse('CERTIFICATE_EXISTS', 'validFrom', 'Dit certificaat staat al in het dossier (level en validFrom).');
  const id = v7();
  await em.insert(PsoCertificateSchema, {
    id,
    employerId: employer.id,
    level,
    thirtyPlus,
    validFrom,
    validUntil,
    registeredById: whoAsks(context).professionalId,
    registeredAt: context.clock.now(),
  });
  const until = validUntil ? `, geldig tot en met ${inDutch(validUntil)}` : '';
  await tell(context, em, employer, {
    title: `PSO-certificaat vastgelegd${until}.`,
    subjectType: 'PsoCertificate',
    subjectId: id,
    occasion: 'registered',
  });
  return written(id);
}
