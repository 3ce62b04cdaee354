import { Temporal } from 'temporal-polyfill';
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { ContactMoment } from '../contact/contact-moment.js';
import { NpsSurvey } from '../contact/satisfaction/nps-survey.js';
import type { EmployersContext } from '../context.js';
import { ContactPerson, DmuRole } from '../dossier/contact-person.js';
import { Employer } from '../dossier/employer.js';
import { AccountHoldership, inForce } from '../ownership/account-holdership.js';
import { OpenThread } from '../ownership/open-thread.js';
import { AccountPlan, isRunning } from '../plan/account-plan/account-plan.js';
import { Appointment } from '../work/appointment/appointment.js';
import { WorkAgreement } from '../work/agreement/work-agreement.js';
import { completenessOf } from './completeness.js';

/** Contacts whose summaries a colleague reads first. */
const LAST_CONTACTS = 5;
/** Appointments are told of this far ahead. */
const AHEAD_DAYS = 366;
/** A contact older than this is no start to build on. */
const RECENT_MONTHS = 6;

@ObjectType({
  description: 'Overdrachtsvraag: iets wat een collega op de eerste dag moet weten, en of het in het dossier staat.',
})
export class HandOverPart {
  @Field(() => String, { description: 'Vaste naam.' }) key!: string;
  @Field(() => String, { description: 'De vraag.' }) labelNl!: string;
  @Field(() => Int, { description: 'Hoe zwaar het telt, van 100.' }) weight!: number;
  @Field(() => Boolean, { description: 'Of het in het dossier staat.' }) present!: boolean;
  @Field(() => String, { description: 'Waarom wel of niet.' }) because!: string;
}

@ObjectType({
  description: 'Overdracht: wat een willekeurige collega nodig heeft om dit account naadloos over te nemen.',
})
export class HandOverBrief {
  @Field(() => Int, { description: 'Volledigheid: 0 tot en met 100.' }) completeness!: number;
  @Field(() => [HandOverPart], { description: 'Waaruit de volledigheid blijkt.' }) parts!: HandOverPart[];
  @Field(() => [AccountHoldership], { description: 'Accounthouders van vandaag, hoofd-accounthouder eerst.' })
  holders!: AccountHoldership[];
  @Field(() => [ContactPerson], { description: 'Wie te bellen: beslissers eerst, alleen wie te bereiken is.' })
  whomToCall!: ContactPerson[];
  @Field(() => [ContactMoment], { description: 'De laatste vijf contactmomenten, nieuwste eerst.' })
  lastContacts!: ContactMoment[];
  @Field(() => [OpenThread], { description: 'Wat er loopt, toezeggingen ook: wat het eerst moet, eerst.' })
  openThreads!: OpenThread[];
  @Field(() => AccountPlan, { nullable: true, description: 'Het accountplan dat loopt.' }) plan!: AccountPlan | null;
  @Field(() => [WorkAgreement], { description: 'Werkafspraken die vandaag gelden of nog geëvalueerd moeten worden.' })
  agreements!: WorkAgreement[];
  @Field(() => [Appointment], { description: 'Afspraken die nog komen.' }) appointments!: Appointment[];
  @Field(() => [ContactPerson], { description: 'Wie er meebeslist (DMU).' }) decisionMakers!: ContactPerson[];
  @Field(() => String, { nullable: true, description: 'Hoe er wordt besloten.' }) decisionProcess!: string | null;
  @Field(() => NpsSurvey, { nullable: true, description: 'Laatste beantwoorde NPS-meting.' })
  lastNps!: NpsSurvey | null;
}

const byDecision = (a: ContactPerson, b: ContactPerson): number =>
  Number(b.dmuRole === DmuRole.DECISION_MAKER) - Number(a.dmuRole === DmuRole.DECISION_MAKER) ||
  a.name.localeCompare(b.name, 'nl');

@Resolver(() => Employer)
export class EmployerHandOverResolver {
  @FieldResolver(() => HandOverBrief, {
    nullable: true,
    description:
      'Overdracht van het account: kan een willekeurige collega het naadloos overnemen? Leeg zonder dossier.',
  })
  async handOver(@Root() { id }: Employer, @Ctx() context: EmployersContext): Promise<HandOverBrief | null> {
    const today = context.clock.today();
    const now = context.clock.now();
    const until = new Date(now.getTime() + AHEAD_DAYS * 86_400_000);
    const [facts, holderships, people, contacts, threads, plans, agreements, appointments, processes, surveys] =
      await Promise.all([
        context.dossierFacts.load(id),
        context.holdershipsOfEmployer.load(id),
        context.contactPersonsOf.load(id),
        context.contactMomentsOfEmployer({ filter: null, first: LAST_CONTACTS, after: null }).load(id),
        context.openThreadsOfEmployer.load(id),
        context.accountPlansOfEmployer.load(id),
        context.workAgreementsOfEmployer.load(id),
        context.appointmentsOfEmployer({ from: now, to: until }).load(id),
        context.decisionProcessesOf.load(id),
        context.npsSurveysOfEmployer.load(id),
      ]);
    if (!facts) return null;
    const holders = inForce(holderships, today);
    const active = people.filter((one) => one.active);
    const whomToCall = active.filter(({ phone, email }) => phone || email).sort(byDecision);
    const decisionMakers = active.filter(({ dmuRole }) => dmuRole).sort(byDecision);
    const lastContacts = contacts.edges.map(({ node }) => node);
    const plan = plans.find(isRunning) ?? null;
    const decisionProcess = processes.at(-1)?.process ?? null;
    const lastNps = surveys.find(({ score, withdrawnAt }) => typeof score === 'number' && !withdrawnAt) ?? null;
    const { score, parts } = completenessOf({
      hasHolder: holders.some(({ isMain }) => isMain),
      hasWhomToCall: whomToCall.length > 0,
      lastContactOn: lastContacts[0]?.occurredOn ?? null,
      recentSince: Temporal.PlainDate.from(today).subtract({ months: RECENT_MONTHS }).toString(),
      threads: threads.map(({ title, ownerId, dueOn, kind }) => ({
        title,
        hasOwner: ownerId !== null,
        dueOn,
        isPlan: kind !== 'TASK' && kind !== 'PROMISE',
      })),
      runningPlan: plan !== null,
      unevaluated: facts.unevaluated,
      hasDmu: decisionMakers.length > 0,
      hasDecisionProcess: decisionProcess !== null,
      hasNps: lastNps !== null,
    });
    return {
      completeness: score,
      parts,
      holders,
      whomToCall,
      lastContacts,
      openThreads: threads,
      plan,
      agreements: agreements.filter(
        ({ validFrom, validUntil, evaluation }) =>
          validFrom <= today && (!validUntil || validUntil >= today || !evaluation),
      ),
      appointments: appointments.filter(({ cancelledAt }) => !cancelledAt),
      decisionMakers,
      decisionProcess,
      lastNps,
    };
  }
}
