import { Arg, Ctx, Directive, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { ContactMoment } from './contact-moment.js';
import { recordNpsResponse } from './record-nps-response.js';
import { RegisterContactMomentInput } from './register-contact-moment-input.js';
import { registerContactMoment } from './register-contact-moment.js';

@ObjectType({ description: 'Uitkomst voor een contactmoment.' })
export class ContactMomentPayload {
  @Field(() => ContactMoment, { nullable: true, description: 'Het contactmoment; leeg als er niets is vastgelegd.' })
  contactMoment?: ContactMoment | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar een afspraak is niet gevolgd.' })
  notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@ObjectType({ description: 'Uitkomst zonder record: gelukt of geweigerd.' })
@Directive('@shareable')
export class OkPayload {
  @Field(() => Boolean, { description: 'Of het is vastgelegd.' }) ok!: boolean;
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver()
export class ContactWritesResolver {
  @Mutation(() => ContactMomentPayload, {
    description: 'Registreert een contactmoment, met acties en, als het type erom vraagt, een NPS-meting.',
  })
  async registerContactMoment(
    @Arg('input', () => RegisterContactMomentInput, { description: 'Het contactmoment.' })
    input: RegisterContactMomentInput,
    @Ctx() context: EmployersContext,
  ): Promise<ContactMomentPayload> {
    const { id, notices, errors } = await write(context, 'registerContactMoment', input, (em) =>
      registerContactMoment(context, em, input),
    );
    return { contactMoment: id ? await context.contactMomentById.load(id) : null, notices, errors };
  }

  @Mutation(() => OkPayload, { description: 'Legt het antwoord van een werkgever op een NPS-meting vast; één keer.' })
  async recordNpsResponse(
    @Arg('surveyId', () => ID, { description: 'De NPS-meting.' }) surveyId: string,
    @Arg('score', () => Int, { description: 'Cijfer van 0 tot en met 10.' }) score: number,
    @Arg('comment', () => String, { nullable: true, description: 'Toelichting van de werkgever.' })
    comment: string | null | undefined,
    @Ctx() context: EmployersContext,
  ): Promise<OkPayload> {
    const answer = { surveyId, score, comment };
    const { id, errors } = await write(context, 'recordNpsResponse', answer, (em) =>
      recordNpsResponse(context, em, answer),
    );
    return { ok: id !== null, errors };
  }
}
