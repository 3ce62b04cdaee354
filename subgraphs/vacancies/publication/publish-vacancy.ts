import { raw } from '@mikro-orm/core';
import { randomUUID } from 'node:crypto';
import type { WerkNl } from '../../../adapters/werknl/port.js';
import { whoAsks, type Context } from '../../context.js';
import type { EntityManager } from '../../database.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../payload.js';
import { PublicationChange, PublicationStatus } from '../../publication-status.js';
import { userError } from '../../user-error.js';
import { write } from '../../write.js';
import type { Registered } from '../vacancy/enter-vacancy.js';
import { VacancyStatus } from '../vacancy/vacancy-enums.js';
import { vacancyToChange } from '../vacancy/vacancy-to-change.js';
import type { Vacancy } from '../vacancy/vacancy.js';
import { advertisementOf, lacksForAdvertisement } from './advertisement-of.js';
import { changeBetween } from './change-between.js';
import { detailsOf, enteredErrors, missingDetails } from './check-details.js';
import { EmployerName } from './employer-name.js';
import { lastMessage } from './last-message.js';
import { Publication, PublicationSchema, type PublicationDetails } from './publication.js';
import type { PublishVacancyInput } from './publication-inputs.js';
import { tellChannel, wakeDelivery } from './tell-channel.js';

const fresh = { disableIdentityMap: true } as const;

const whyNot = (vacancy: Vacancy, today: string) =>
  vacancy.status !== VacancyStatus.OPEN
    ? userError('VACANCY_NOT_OPEN', ['input', 'id'], 'Alleen een open vacature kan worden geplaatst.', 'R-152')
    : vacancy.closesOn < today
      ? userError('VACANCY_CLOSED', ['input', 'id'], 'De sluitdatum (closesOn) van de vacature is voorbij.', 'R-152')
      : null;

/** What the asker must know though it was written: the channel is silent now. */
export const channelNotices = (werkNl: WerkNl): RuleNotice[] =>
  werkNl.status().delivery.breaker === 'CLOSED'
    ? []
    : [
        {
          code: 'CHANNEL_SILENT',
          message: 'werk.nl antwoordt nu niet. Het bericht staat klaar en gaat vanzelf zodra werk.nl weer antwoordt.',
          requirement: 'R-242',
          severity: Severity.INFO,
        },
      ];

/** Places a vacancy for the first time, or anew after it was withdrawn. */
export async function startPublication(
  em: EntityManager,
  publish: Context['publish'],
  place: { id?: string; vacancy: Vacancy; employer: EmployerName; details: PublicationDetails; on: string },
  registered: Registered,
): Promise<string> {
  const { id = randomUUID(), vacancy, employer, details, on } = place;
  const { municipality, postcode, contactName, applyEmail, applyTelephone, applyUrl, jobCategory } = details;
  const row = {
    id,
    vacancyId: vacancy.id,
    channel: 'WERK_NL',
    status: PublicationStatus.PENDING,
    change: PublicationChange.PLACE,
    since: registered.at,
    shown: false,
    requestedAt: registered.at,
    contentVersion: 0,
    ...{ municipality, postcode, contactName, applyEmail, applyTelephone, applyUrl, jobCategory },
    version: 0,
  };
  await em.insert(PublicationSchema, row);
  const content = advertisementOf(vacancy, employer, details, on);
  await tellChannel(em, publish, row as Publication, PublicationChange.PLACE, content, registered);
  return id;
}

/** Offers a publication anew that was refused, or for which the channel was silent too long; null when there is no need. */
async function offerAgain(
  em: EntityManager,
  publish: Context['publish'],
  standing: Publication,
  place: { vacancy: Vacancy; employer: EmployerName; details: PublicationDetails; on: string },
  registered: Registered,
): Promise<Outcome> {
  const last = await lastMessage(em, standing.id);
  if (last.change === PublicationChange.WITHDRAW)
    return refused(
      userError(
        'BEING_WITHDRAWN',
        ['input', 'id'],
        'De vacature wordt van werk.nl gehaald; plaats haar daarna opnieuw.',
      ),
    );
  const { FAILED, PENDING, REFUSED } = PublicationStatus;
  if (standing.status !== FAILED && standing.status !== REFUSED)
    return refused(
      userError(
        'ALREADY_PUBLISHED',
        ['input', 'id'],
        'Deze vacature staat al op werk.nl, of wordt er geplaatst.',
        'R-152',
      ),
    );
  await em.nativeUpdate(PublicationSchema, { id: standing.id }, place.details);
  const waits = last.outcome === null;
  const shown = standing.shown || waits;
  const content = advertisementOf(
    place.vacancy,
    place.employer,
    place.details,
    shown ? last.content.publishedOn : place.on,
  );
  const change = shown ? changeBetween(last.content, content) : PublicationChange.PLACE;
  if (change || !waits) {
    await tellChannel(em, publish, standing, change ?? PublicationChange.EDIT, content, registered);
  } else {
    const again = { status: PENDING, since: registered.at, message: null, version: raw('version + 1') };
    await em.nativeUpdate(PublicationSchema, { id: standing.id }, again);
    await wakeDelivery(em, publish, standing, registered);
  }
  return written(standing.id);
}

/** Places a vacancy on a channel outside: put in line here, carried out by `deliver-publication.ts`. */
export async function publishVacancy(
  context: Context & { werkNl: WerkNl },
  input: PublishVacancyInput,
): Promise<Outcome> {
  const errors = enteredErrors(input);
  if (errors.length) return refused(...errors);
  const asker = whoAsks(context);
  const { clock, publish } = context;
  return write(context, 'publishVacancy', input, async (em) => {
    const { vacancy, errors } = await vacancyToChange(context, em, {
      id: input.id,
      field: 'id',
      unknown: 'Deze vacature bestaat niet.',
      otherRegion: 'U plaatst alleen vacatures van een regio waar u werkt.',
      expectedVersion: input.expectedVersion,
    });
    if (errors) return refused(...errors);
    const not = whyNot(vacancy, clock.today());
    if (not) return refused(not);

    await em.execute('select id from publication where vacancy_id = ?::uuid for update', [vacancy.id]);
    const [earlier] = await em.find(
      Publication,
      { vacancyId: vacancy.id, channel: input.channel },
      { orderBy: { requestedAt: 'desc', id: 'asc' }, limit: 1, ...fresh },
    );
    const employer = await em.findOne(EmployerName, { id: vacancy.employerId }, fresh);
    const entered = detailsOf(input, earlier ?? null);
    const lacking = [...lacksForAdvertisement(vacancy, employer), ...missingDetails(entered)];
    if (lacking.length) return refused(...lacking);
    const place = { vacancy, employer: employer!, details: entered as PublicationDetails, on: clock.today() };
    const registered = { by: asker.professionalId, at: clock.now() };
    const outcome =
      earlier && !earlier.withdrawnAt
        ? await offerAgain(em, publish, earlier, place, registered)
        : written(await startPublication(em, publish, place, registered));
    return outcome.errors.length ? outcome : { ...outcome, notices: channelNotices(context.werkNl) };
  });
}
