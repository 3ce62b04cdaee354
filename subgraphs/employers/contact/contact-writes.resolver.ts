import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { ContactMoment } from './contact-moment.js';
import { CorrectContactMomentInput } from './correction/correct-contact-moment-input.js';
import { correctContactMoment } from './correction/correct-contact-moment.js';
import { MailContactMomentInput, mailContactMoment } from './mail-contact-moment.js';
import { MergeContactMomentsInput } from './correction/merge-contact-moments-input.js';
import { mergeContactMoments } from './correction/merge-contact-moments.js';
import { NpsSurvey } from './satisfaction/nps-survey.js';
import { RecordNpsResponseInput } from './satisfaction/record-nps-response-input.js';
import { recordNpsResponse } from './satisfaction/record-nps-response.js';
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

@ObjectType({ description: 'Uitkomst voor een NPS-meting.' })
export class NpsSurveyPayload {
  @Field(() => NpsSurvey, { nullable: true, description: 'De meting; leeg als er niets is vastgelegd.' })
  npsSurvey?: NpsSurvey | null;
  @Field(() => Boolean, { description: 'Of het is vastgelegd.' }) ok!: boolean;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: geweigerd, er is niets vastgelegd.' }) errors!: UserError[];
}

@Resolver()
export class ContactWritesResolver {
  @Mutation(() => ContactMomentPayload, {
    description:
      'Registreert een contactmoment, met documenten, acties, afspraak en mail en, als het type erom vraagt, een NPS-meting.',
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

  @Mutation(() => ContactMomentPayload, {
    description:
      'Corrigeert een contactmoment, met reden; de oude tekst blijft bewaard. Voor wie het registreerde, de hoofd-accounthouder en WBS-ondersteuning.',
  })
  async correctContactMoment(
    @Arg('input', () => CorrectContactMomentInput, { description: 'De correctie.' }) input: CorrectContactMomentInput,
    @Ctx() context: EmployersContext,
  ): Promise<ContactMomentPayload> {
    const { id, notices, errors } = await write(context, 'correctContactMoment', input, (em) =>
      correctContactMoment(context, em, input),
    );
    return { contactMoment: id ? await context.contactMomentById.load(id) : null, notices, errors };
  }

  @Mutation(() => ContactMomentPayload, {
    description:
      'Voegt contactmomenten over hetzelfde onderwerp van enkele dagen samen tot één; geen tekst gaat verloren.',
  })
  async mergeContactMoments(
    @Arg('input', () => MergeContactMomentsInput, { description: 'Wat wordt samengevoegd.' })
    input: MergeContactMomentsInput,
    @Ctx() context: EmployersContext,
  ): Promise<ContactMomentPayload> {
    const { id, notices, errors } = await write(context, 'mergeContactMoments', input, (em) =>
      mergeContactMoments(context, em, input),
    );
    return { contactMoment: id ? await context.contactMomentById.load(id) : null, notices, errors };
  }

  @Mutation(() => ContactMomentPayload, { description: 'Mailt het verslag van een contactmoment aan collega’s.' })
  async mailContactMoment(
    @Arg('input', () => MailContactMomentInput, { description: 'Wat aan wie.' }) input: MailContactMomentInput,
    @Ctx() context: EmployersContext,
  ): Promise<ContactMomentPayload> {
    const { id, notices, errors } = await write(context, 'mailContactMoment', input, (em) =>
      mailContactMoment(context, em, input),
    );
    return { contactMoment: id ? await context.contactMomentById.load(id) : null, notices, errors };
  }

  @Mutation(() => NpsSurveyPayload, {
    description: 'Legt het antwoord van een werkgever op een NPS-meting vast; één keer.',
  })
  async recordNpsResponse(
    @Arg('input', () => RecordNpsResponseInput, { description: 'Het antwoord.' }) input: RecordNpsResponseInput,
    @Ctx() context: EmployersContext,
  ): Promise<NpsSurveyPayload> {
    const { id, notices, errors } = await write(context, 'recordNpsResponse', input, (em) =>
      recordNpsResponse(context, em, input),
    );
    return { npsSurvey: id ? await context.npsSurveyById.load(id) : null, ok: id !== null, notices, errors };
  }
}
