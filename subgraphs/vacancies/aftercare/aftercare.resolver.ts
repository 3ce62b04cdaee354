import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayOf } from '../../../runtime/clock.js';
import { LocalDate } from '../../../schema/scalars.js';
import { actionDueOn } from '../../aftercare-problem.js';
import { whoAsks } from '../../context.js';
import type { Outcome } from '../../payload.js';
import type { VacanciesContext } from '../context.js';
import { ContactPerson, Professional, refer } from '../elsewhere.js';
import { Placement } from '../placement/placement.js';
import { PlacementPayload } from '../placement/placement-payload.js';
import { AftercareEntry } from './aftercare-entry.js';
import { AgreeAftercareInput, LogAftercareInput } from './aftercare-inputs.js';
import { AftercarePlan } from './aftercare-plan.js';
import { agreeAftercare } from './agree-aftercare.js';
import { logAftercare } from './log-aftercare.js';
import { placementsDue } from './next-contacts.js';

/** The payload after a change of aftercare: what was read of it before is read anew. */
async function payloadOf(context: VacanciesContext, { id, notices, errors }: Outcome): Promise<PlacementPayload> {
  context.aftercarePlansOf.clearAll();
  context.aftercareLogOf.clearAll();
  context.nextAftercareContact.clearAll();
  return { placement: id ? await context.placementById.clear(id).load(id) : null, notices, errors };
}

@Resolver(() => Placement)
export class PlacementAftercareResolver {
  @Query(() => [Placement], {
    description:
      'Plaatsingen waar nazorgcontact aan de beurt is, wat het eerst moet bovenaan; hoogstens 100. Zonder medewerker: van alle regio’s waar u werkt.',
  })
  async aftercareDue(
    @Ctx() context: VacanciesContext,
    @Arg('professionalId', () => ID, { nullable: true, description: 'Nazorg die deze medewerker doet.' })
    professionalId?: string | null,
    @Arg('before', () => LocalDate, {
      nullable: true,
      description: 'Aan de beurt voor deze datum; leeg: vandaag of eerder.',
    })
    before?: string | null,
  ): Promise<Placement[]> {
    const { em, clock, placementById } = context;
    const today = clock.today();
    const day = before ?? Temporal.PlainDate.from(today).add({ days: 1 }).toString();
    const of = professionalId
      ? { professionalId, regionIds: null }
      : { professionalId: null, regionIds: whoAsks(context).regionIds };
    const ids = await placementsDue(em, today, day, of);
    const placements = await Promise.all(ids.map((id) => placementById.load(id)));
    return placements.filter((placement) => placement !== null);
  }

  @FieldResolver(() => AftercarePlan, { nullable: true, description: 'Afspraak over nazorg; leeg als die er niet is.' })
  async aftercarePlan(
    @Root() { id }: Placement,
    @Ctx() { aftercarePlansOf }: VacanciesContext,
  ): Promise<AftercarePlan | null> {
    return (await aftercarePlansOf.load(id))[0] ?? null;
  }

  @FieldResolver(() => [AftercareEntry], {
    description: 'Nazorgcontacten, de laatste eerst; ook als er geen nazorg is afgesproken.',
  })
  aftercareLog(@Root() { id }: Placement, @Ctx() { aftercareLogOf }: VacanciesContext): Promise<AftercareEntry[]> {
    return aftercareLogOf.load(id);
  }

  @Mutation(() => PlacementPayload, {
    description: 'Spreekt nazorg af bij een plaatsing, of wijzigt wat was afgesproken.',
  })
  async agreeAftercare(
    @Arg('input', () => AgreeAftercareInput, { description: 'De plaatsing, en wat u afspreekt.' })
    input: AgreeAftercareInput,
    @Ctx() context: VacanciesContext,
  ): Promise<PlacementPayload> {
    return payloadOf(context, await agreeAftercare(context, input));
  }

  @Mutation(() => PlacementPayload, {
    description:
      'Legt een nazorgcontact vast, ook in het logboek van de vacature. Bij een probleem gaat er een actie uit.',
  })
  async logAftercare(
    @Arg('input', () => LogAftercareInput, { description: 'De plaatsing, en wat er is besproken.' })
    input: LogAftercareInput,
    @Ctx() context: VacanciesContext,
  ): Promise<PlacementPayload> {
    const outcome = await logAftercare(context, input);
    context.logPage.clearAll();
    context.lastLogged.clearAll();
    return payloadOf(context, outcome);
  }
}

@Resolver(() => AftercarePlan)
export class AftercarePlanResolver {
  @FieldResolver(() => ContactPerson, {
    nullable: true,
    description: 'Contactpersoon bij de werkgever voor de nazorg.',
  })
  contactFor(@Root() { contactForId }: AftercarePlan): ContactPerson | null {
    return refer(contactForId);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie de nazorg doet.' })
  professional(@Root() { professionalId }: AftercarePlan): Professional | null {
    return refer(professionalId);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'Uiterste dag van het volgende contact, geteld vanaf het laatste; leeg als de nazorg dan voorbij is.',
  })
  nextDue(
    @Root() { placementId }: AftercarePlan,
    @Ctx() { nextAftercareContact }: VacanciesContext,
  ): Promise<string | null> {
    return nextAftercareContact.load(placementId);
  }

  @FieldResolver(() => [AftercareEntry], { description: 'Nazorgcontacten bij de plaatsing, de laatste eerst.' })
  log(@Root() { placementId }: AftercarePlan, @Ctx() { aftercareLogOf }: VacanciesContext): Promise<AftercareEntry[]> {
    return aftercareLogOf.load(placementId);
  }
}

@Resolver(() => AftercareEntry)
export class AftercareEntryResolver {
  @FieldResolver(() => Professional, { nullable: true, description: 'Wie het contact had en vastlegde.' })
  by(@Root() { byId }: AftercareEntry): Professional | null {
    return refer(byId);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'Bij een probleem: de dag waarop het uiterlijk moet zijn aangepakt.',
  })
  actionDueOn(@Root() { at, problem }: AftercareEntry): string | null {
    return problem ? actionDueOn(dayOf(at)) : null;
  }
}
