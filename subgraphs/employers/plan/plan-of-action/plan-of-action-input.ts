import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Plan van aanpak om vast te leggen.' })
export class PlanOfActionInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => Int, { nullable: true, description: 'Versie die u las; leeg als er nog geen plan van aanpak is.' })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Het plan: 10 tot 8000 tekens.' }) text!: string;
}

@InputType({ description: 'Voortgang om vast te leggen.' })
export class ProgressInput {
  @Field(() => ID, { description: 'De werkgever; die heeft een dossier.' }) employerId!: string;
  @Field(() => String, { description: 'Wat er speelt: 10 tot 4000 tekens.' }) text!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Of het een knelpunt is: het staat bij de lopende zaken tot het is opgelost.',
  })
  bottleneck!: boolean;
}

@InputType({ description: 'Oplossing van een knelpunt.' })
export class SolveBottleneckInput {
  @Field(() => ID, { description: 'Het knelpunt.' }) id!: string;
  @Field(() => String, { description: 'Hoe het is opgelost: 10 tot 2000 tekens.' }) solution!: string;
}
