import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Adres.' })
export class Address {
  @Field(() => String, { nullable: true, description: 'Straat.' }) street?: string | null;
  @Field(() => String, { nullable: true, description: 'Huisnummer of postbusnummer.' }) houseNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Huisletter of toevoeging.' }) houseNumberAddition?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Postcode, bijvoorbeeld 3011 AB.' }) postcode?: string | null;
  @Field(() => String, { nullable: true, description: 'Plaats.' }) city?: string | null;
  @Field(() => String, { description: 'Land.' }) country!: string;
}

@InputType({ description: 'Adres, om in te voeren.' })
export class AddressInput {
  @Field(() => String, { nullable: true, description: 'Straat.' }) street?: string | null;
  @Field(() => String, { nullable: true, description: 'Huisnummer.' }) houseNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Huisletter of toevoeging.' }) houseNumberAddition?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Postcode, bijvoorbeeld 3011 AB.' }) postcode?: string | null;
  @Field(() => String, { nullable: true, description: 'Plaats.' }) city?: string | null;
  @Field(() => String, { defaultValue: 'Nederland', description: 'Land.' }) country!: string;
}

/** An address on one line, as people write it. */
export const oneLine = ({ street, houseNumber, houseNumberAddition, postcode, city, country }: Address): string =>
  [
    [street, houseNumber, houseNumberAddition].filter(Boolean).join(' '),
    [postcode, city].filter(Boolean).join(' '),
    country === 'Nederland' ? null : country,
  ]
    .filter(Boolean)
    .join(', ');
