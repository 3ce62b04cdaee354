import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { DateTime, LocalDate } from '../../../schema/scalars.js';
import type { ReportingContext } from '../context.js';
import { NpsScore } from '../nps-score.js';
import { contactReport, ContactReportRow } from './contact-report.js';
import { npsReport } from './nps-report.js';
import { period } from './period.js';
import { placementReport, PlacementDimension, PlacementReportRow } from './placement-report.js';

const FROM = 'Eerste dag.';
const TO = 'Laatste dag.';
const TEAM = 'Alleen dit team.';
const KNOWN_AT = 'Zoals het op dit moment bekend was: dezelfde vraag geeft altijd hetzelfde antwoord. Leeg is nu.';

@Resolver()
export class ReportResolver {
  @Query(() => NpsScore, {
    description: 'Tevredenheid van werkgevers: antwoorden uit de periode. Een team gaat over de eigen contactmomenten.',
  })
  npsReport(
    @Ctx() { em }: ReportingContext,
    @Arg('from', () => LocalDate, { description: FROM }) from: string,
    @Arg('to', () => LocalDate, { description: TO }) to: string,
    @Arg('teamId', () => ID, { nullable: true, description: TEAM }) teamId?: string | null,
    @Arg('knownAt', () => DateTime, { nullable: true, description: KNOWN_AT }) knownAt?: Date | null,
  ): Promise<NpsScore> {
    return npsReport(em, period(from, to, teamId, knownAt));
  }

  @Query(() => [ContactReportRow], { description: 'Contactmomenten in de periode, per type dat voorkwam.' })
  contactReport(
    @Ctx() { em }: ReportingContext,
    @Arg('from', () => LocalDate, { description: FROM }) from: string,
    @Arg('to', () => LocalDate, { description: TO }) to: string,
    @Arg('teamId', () => ID, { nullable: true, description: TEAM }) teamId?: string | null,
    @Arg('knownAt', () => DateTime, { nullable: true, description: KNOWN_AT }) knownAt?: Date | null,
  ): Promise<ContactReportRow[]> {
    return contactReport(em, period(from, to, teamId, knownAt));
  }

  @Query(() => [PlacementReportRow], { description: 'Plaatsingen in de periode, de meeste bovenaan.' })
  placementReport(
    @Ctx() { em }: ReportingContext,
    @Arg('from', () => LocalDate, { description: FROM }) from: string,
    @Arg('to', () => LocalDate, { description: TO }) to: string,
    @Arg('by', () => PlacementDimension, { description: 'Indeling.' }) by: PlacementDimension,
    @Arg('teamId', () => ID, { nullable: true, description: TEAM }) teamId?: string | null,
    @Arg('knownAt', () => DateTime, { nullable: true, description: KNOWN_AT }) knownAt?: Date | null,
  ): Promise<PlacementReportRow[]> {
    return placementReport(em, period(from, to, teamId, knownAt), by);
  }
}
