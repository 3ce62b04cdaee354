import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { DateTime } from '../../../schema/scalars.js';
import { prepared } from '../../prepared.js';
import type { EmployersContext } from '../context.js';
import { ContactPerson } from '../dossier/contact-person.js';
import { ContactPersonPayload } from '../dossier/employer-writes.resolver.js';
import { eraseContactPerson } from './erase-contact-person.js';
import { EraseContactPersonInput } from './rights-inputs.js';

@ObjectType({ description: 'Eerdere stand: wat er vroeger over een contactpersoon stond.' })
export class PersonalDataVersion {
  @Field(() => DateTime, { description: 'Vastgelegd op.' }) recordedAt!: Date;
  @Field(() => String, { description: 'Naam.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Functie.' }) jobTitle!: string | null;
  @Field(() => String, { nullable: true, description: 'Telefoon.' }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'E-mailadres.' }) email!: string | null;
}

@ObjectType({ description: 'Vermelding: een tekst in het dossier waarin een contactpersoon wordt genoemd.' })
export class PersonalDataMention {
  @Field(() => String, { description: 'Soort gegeven.' }) kind!: string;
  @Field(() => ID, { description: 'Kenmerk van het gegeven.' }) recordId!: string;
  @Field(() => String, { description: 'Veld.' }) field!: string;
  @Field(() => String, { description: 'De tekst.' }) text!: string;
}

@ObjectType({ description: 'Persoonsgegevens: alles wat over één contactpersoon is vastgelegd, voor inzage (AVG).' })
export class PersonalData {
  @Field(() => ContactPerson, { description: 'De contactpersoon, zoals nu vastgelegd.' }) contactPerson!: ContactPerson;
  @Field(() => [PersonalDataVersion], { description: 'Eerdere standen, oudste eerst.' })
  versions!: PersonalDataVersion[];
  @Field(() => [PersonalDataMention], { description: 'Teksten die naam, telefoon of e-mailadres noemen.' })
  mentions!: PersonalDataMention[];
}

@Resolver()
export class RightsResolver {
  @Query(() => PersonalData, {
    nullable: true,
    description: 'Alles wat over een contactpersoon is vastgelegd, voor wie inzage vraagt.',
  })
  async personalDataOf(
    @Arg('contactPersonId', () => ID, { description: 'De contactpersoon.' }) contactPersonId: string,
    @Ctx() { em, contactPersonById }: EmployersContext,
  ): Promise<PersonalData | null> {
    const contactPerson = isUuid(contactPersonId) ? await contactPersonById.load(contactPersonId) : null;
    if (!contactPerson) return null;
    const [versions, mentions] = await Promise.all([
      prepared<PersonalDataVersion>(
        em,
        `select recorded_at as "recordedAt", after->>'name' as name, after->>'job_title' as "jobTitle", after->>'phone' as phone, after->>'email' as email
         from history where table_name = 'contact_person' and record_id = ? order by id`,
        [contactPersonId],
      ),
      prepared<PersonalDataMention>(
        em,
        `select of_table as kind, record_id as "recordId", of_column as field, said as text from mentions_of(?::uuid) order by 1, 2, 3`,
        [contactPersonId],
      ),
    ]);
    return {
      contactPerson,
      versions: versions.map((one) => ({ ...one, recordedAt: new Date(one.recordedAt) })),
      mentions,
    };
  }

  @Mutation(() => ContactPersonPayload, {
    description:
      'Wist de persoonsgegevens van een contactpersoon, ook uit de geschiedenis; aantallen en contactmomenten blijven.',
  })
  async eraseContactPerson(
    @Arg('input', () => EraseContactPersonInput, { description: 'Wie, en waarom.' }) input: EraseContactPersonInput,
    @Ctx() context: EmployersContext,
  ): Promise<ContactPersonPayload> {
    const { id, notices, errors } = await eraseContactPerson(context, input);
    const contactPerson = id ? await context.contactPersonById.clear(id).load(id) : null;
    return { ok: id !== null, contactPerson, notices, errors };
  }
}
