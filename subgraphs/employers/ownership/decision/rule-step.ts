import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Regelstap: één stap van een beslissing, met de reden en het bewijs.' })
export class RuleStep {
  @Field(() => String, { description: 'De regel in gewone taal.' }) rule!: string;
  @Field(() => String, { description: 'Code van de regel in het regelregister.' }) requirement!: string;
  @Field(() => Boolean, { description: 'Of aan de regel is voldaan.' }) holds!: boolean;
  @Field(() => String, { description: 'Waarom wel of niet.' }) because!: string;
  @Field(() => [ID], { description: 'Kenmerken van de records waar dit op steunt.' }) evidenceIds!: string[];
}
