import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError, type Outcome } from '../../../payload.js';
import { write } from '../../../write.js';
import type { EmployersContext } from '../../context.js';
import { endLicence } from './end-licence.js';
import { grantLicence } from './grant-licence.js';
import { EndLicenceInput, LicenceInput, LicenceMeetingInput } from './licence-input.js';
import { Licence } from './licence.js';
import { reportLicenceMeeting } from './report-licence-meeting.js';

@ObjectType({ description: 'Uitkomst voor een licentie.' })
export class LicencePayload {
  @Field(() => Licence, { nullable: true, description: 'De licentie; leeg als er niets is vastgelegd.' })
  licence?: Licence | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

async function answer({ id, ...rest }: Outcome, context: EmployersContext): Promise<LicencePayload> {
  if (!id) return { licence: null, ...rest };
  context.meetingsOfLicence.clear(id);
  const licence = await context.licenceById.clear(id).load(id);
  if (licence) context.licencesOf.clear(licence.employerId);
  return { licence, ...rest };
}

@Resolver()
export class LicenceWritesResolver {
  @Mutation(() => LicencePayload, { description: 'Legt een licentie van een werkgever vast.' })
  async grantLicence(
    @Arg('input', () => LicenceInput, { description: 'De licentie.' }) input: LicenceInput,
    @Ctx() context: EmployersContext,
  ): Promise<LicencePayload> {
    return answer(await write(context, 'grantLicence', input, (em) => grantLicence(context, em, input)), context);
  }

  @Mutation(() => LicencePayload, { description: 'Beëindigt een licentie.' })
  async endLicence(
    @Arg('input', () => EndLicenceInput, { description: 'Welke licentie, wanneer en waarom.' }) input: EndLicenceInput,
    @Ctx() context: EmployersContext,
  ): Promise<LicencePayload> {
    return answer(await write(context, 'endLicence', input, (em) => endLicence(context, em, input)), context);
  }

  @Mutation(() => LicencePayload, { description: 'Legt een periodiek overleg over een licentie vast.' })
  async reportLicenceMeeting(
    @Arg('input', () => LicenceMeetingInput, { description: 'Het overleg.' }) input: LicenceMeetingInput,
    @Ctx() context: EmployersContext,
  ): Promise<LicencePayload> {
    return answer(
      await write(context, 'reportLicenceMeeting', input, (em) => reportLicenceMeeting(context, em, input)),
      context,
    );
  }
}
