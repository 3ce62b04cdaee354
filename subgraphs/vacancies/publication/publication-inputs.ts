import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RuleNotice, UserError } from '../../payload.js';
import { Publication, PublicationChannel } from './publication.js';

@InputType({ description: 'Vacature plaatsen. Wat bij een eerdere plaatsing al is genoemd, mag nu weg.' })
export class PublishVacancyInput {
  @Field(() => ID, { description: 'De vacature.' }) id!: string;
  @Field(() => PublicationChannel, { description: 'Kanaal.' }) channel!: PublicationChannel;
  @Field(() => Int, { nullable: true, description: 'Versie van de vacature die u voor u hebt.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Gemeente van de werkplek; verplicht.' })
  municipality?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Postcode van de werkplek (3011 AB); leeg is die van de vacature. Zonder is de vacature op plaats niet te vinden.',
  })
  postcode?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Bij wie men navraag doet: een afdeling of een naam; verplicht. Komt op het kanaal te staan.',
  })
  contactName?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mailadres om te solliciteren.' }) applyEmail?: string | null;
  @Field(() => String, { nullable: true, description: 'Telefoonnummer om te solliciteren.' })
  applyTelephone?: string | null;
  @Field(() => String, { nullable: true, description: 'Webadres om te solliciteren.' }) applyUrl?: string | null;
  @Field(() => Int, { nullable: true, description: 'Beroepscategorie volgens SETU, 1 tot en met 29; verplicht.' })
  jobCategory?: number | null;
}

@InputType({ description: 'Publicatie weghalen van het kanaal.' })
export class WithdrawPublicationInput {
  @Field(() => ID, { description: 'De publicatie.' }) id!: string;
  @Field(() => Int, { nullable: true, description: 'Versie van de publicatie die u voor u hebt.' })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'Uitkomst van het plaatsen of weghalen van een vacature.' })
export class PublicationPayload {
  @Field(() => Publication, { nullable: true, description: 'De publicatie; leeg als er is geweigerd.' })
  publication!: Publication | null;
  @Field(() => [RuleNotice], { description: 'Meldingen: vastgelegd, maar let op.' }) notices!: RuleNotice[];
  @Field(() => [UserError], { description: 'Fouten: niets vastgelegd.' }) errors!: UserError[];
}
