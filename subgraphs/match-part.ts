import 'reflect-metadata';
import { Directive, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum MatchVerdict {
  MET = 'MET',
  PARTLY = 'PARTLY',
  NOT_MET = 'NOT_MET',
  UNKNOWN = 'UNKNOWN',
  TRAINABLE = 'TRAINABLE',
}
registerEnumType(MatchVerdict, {
  name: 'MatchVerdict',
  description: 'Oordeel over één onderdeel van een match.',
  valuesConfig: {
    MET: { description: 'Voldoet' },
    PARTLY: { description: 'Voldoet gedeeltelijk' },
    NOT_MET: { description: 'Voldoet niet' },
    UNKNOWN: { description: 'Niet bekend: telt niet mee als punt' },
    TRAINABLE: { description: 'Voldoet nog niet, maar kan het leren' },
  },
});

@ObjectType({ description: 'Onderdeel van een match: wat is gevraagd, wat is geboden, en hoeveel punten dat geeft.' })
@Directive('@shareable')
export class MatchPart {
  @Field(() => String, { description: 'Waarop is vergeleken.' }) criterion!: string;
  @Field(() => Int, { description: 'Het hoogste aantal punten. Alle onderdelen samen: 100.' }) weight!: number;
  @Field(() => Float, { description: 'Behaalde punten. Alle onderdelen samen: de score.' }) points!: number;
  @Field(() => String, { description: 'Wat de vacature vraagt.' }) demanded!: string;
  @Field(() => String, { nullable: true, description: 'Wat de werkzoekende biedt; leeg als dat niet bekend is.' })
  offered!: string | null;
  @Field(() => MatchVerdict, { description: 'Oordeel.' }) verdict!: MatchVerdict;
  @Field(() => String, { description: 'Uitleg in gewone taal.' }) because!: string;
}
