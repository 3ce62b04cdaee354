import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../../schema/scalars.js';
import { RuleNotice, UserError } from '../../payload.js';
import type { SourceSystem } from '../../provenance.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { settle } from '../dossier/registers/settle.js';
import { Professional } from '../organisation/professional.js';
import { Region } from '../organisation/region.js';
import type { AssessmentFacts } from './assess.js';
import { assessPyramid } from './assess-pyramid.js';
import { assessmentOn, PyramidAssessment, PyramidPreselection } from './pyramid-assessment.js';
import { PyramidInput, SetPyramidSettingsInput } from './pyramid-input.js';
import { PyramidSettings, settingsOn } from './pyramid-settings.js';
import { setPyramidSettings } from './set-pyramid-settings.js';

@ObjectType({ description: 'Uitkomst voor een beoordeling voor de klantpiramide.' })
export class PyramidPayload {
  @Field(() => PyramidAssessment, { nullable: true, description: 'De beoordeling; leeg als er niets is vastgelegd.' })
  assessment?: PyramidAssessment | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst voor de instellingen van de klantpiramide.' })
export class PyramidSettingsPayload {
  @Field(() => PyramidSettings, { nullable: true, description: 'De nieuwe versie; leeg als er niets is vastgelegd.' })
  settings?: PyramidSettings | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

const SAYS: Partial<Record<SourceSystem, string>> = {
  KVK: 'KvK',
  SUWI_SBR: 'het SUWI-bedrijvenregister',
  MANUAL: 'het dossier',
  WBS: 'het dossier',
};

/** The number of people at work that the dossier shows, with who says so; null when nobody does. */
async function headcountOf(
  { employerById, registers }: EmployersContext,
  employerId: string,
): Promise<AssessmentFacts['headcount']> {
  const employer = await employerById.load(employerId);
  if (!employer) return null;
  const { told, choices } = await registers.load(employer);
  const settled = settle(employer, told, 'headcount', choices);
  return settled && { value: settled.value, source: SAYS[settled.source] ?? settled.source };
}

@Resolver(() => Employer)
export class EmployerPyramidResolver {
  @FieldResolver(() => PyramidAssessment, {
    nullable: true,
    description: 'De beoordeling voor de klantpiramide die op een dag geldt.',
  })
  async pyramidAssessment(
    @Root() { id }: Employer,
    @Ctx() { assessmentsOfEmployer, clock }: EmployersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'De dag; leeg: vandaag.' }) onDate?: string | null,
  ): Promise<PyramidAssessment | null> {
    return assessmentOn(await assessmentsOfEmployer.load(id), onDate ?? clock.today());
  }

  @FieldResolver(() => [PyramidAssessment], { description: 'Alle beoordelingen, nieuwste eerst.' })
  pyramidHistory(
    @Root() { id }: Employer,
    @Ctx() { assessmentsOfEmployer }: EmployersContext,
  ): Promise<PyramidAssessment[]> {
    return assessmentsOfEmployer.load(id);
  }
}

@Resolver(() => Region)
export class RegionPyramidResolver {
  @FieldResolver(() => PyramidSettings, { description: 'Instellingen van de klantpiramide die op een dag gelden.' })
  async pyramidSettings(
    @Root() { id }: Region,
    @Ctx() { pyramidSettingsOfRegion, clock }: EmployersContext,
    @Arg('onDate', () => LocalDate, { nullable: true, description: 'De dag; leeg: vandaag.' }) onDate?: string | null,
  ): Promise<PyramidSettings> {
    return settingsOn(await pyramidSettingsOfRegion.load(id), id, onDate ?? clock.today());
  }
}

@Resolver(() => PyramidAssessment)
export class PyramidAssessmentResolver {
  @FieldResolver(() => Employer, { description: 'Werkgever.' })
  employer(
    @Root() { employerId }: PyramidAssessment,
    @Ctx() { employerById }: EmployersContext,
  ): Promise<Employer | null> {
    return employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { description: 'Wie beoordeelde.' })
  by(@Root() { byId }: PyramidAssessment, @Ctx() { professionalById }: EmployersContext): Promise<Professional | null> {
    return professionalById.load(byId);
  }

  @FieldResolver(() => PyramidPreselection, { description: 'Stap 1: de pré-selectie.' })
  preselection(@Root() one: PyramidAssessment): PyramidPreselection {
    const { politicallySensitive, reliable, exclusionReason = null, sectorDevelopment = null } = one;
    return {
      politicallySensitive,
      reliable,
      exclusionReason,
      sectorDevelopment,
      excluded: !reliable,
      handledTailorMade: politicallySensitive,
    };
  }

  @Mutation(() => PyramidPayload, {
    description: 'Beoordeelt een werkgever voor de klantpiramide en legt de laag (type klant) vast.',
  })
  async assessPyramid(
    @Arg('input', () => PyramidInput, { description: 'De beoordeling.' }) input: PyramidInput,
    @Ctx() context: EmployersContext,
  ): Promise<PyramidPayload> {
    const headcount = await headcountOf(context, input.employerId);
    const { id, ...rest } = await write(context, 'assessPyramid', input, (em) =>
      assessPyramid(context, em, input, headcount),
    );
    if (!id) return { assessment: null, ...rest };
    context.employerById.clear(input.employerId);
    return { assessment: await context.assessmentById.load(id), ...rest };
  }

  @Mutation(() => PyramidSettingsPayload, {
    description: 'Wijzigt de instellingen van de klantpiramide vanaf een dag; wat al beoordeeld is, verandert niet.',
  })
  async setPyramidSettings(
    @Arg('input', () => SetPyramidSettingsInput, { description: 'De instellingen, en vanaf wanneer.' })
    input: SetPyramidSettingsInput,
    @Ctx() context: EmployersContext,
  ): Promise<PyramidSettingsPayload> {
    const { id, ...rest } = await write(context, 'setPyramidSettings', input, (em) =>
      setPyramidSettings(context, em, input),
    );
    const versions = id ? await context.pyramidSettingsOfRegion.load(input.regionId) : [];
    return { settings: versions.find((one) => one.id === id) ?? null, ...rest };
  }
}
