import { ObjectType } from 'type-graphql';

@ObjectType({ description: 'Werkvoorraad: wat u te doen staat, en waar u op geattendeerd bent.' })
export class WorkQueue {
  professionalId!: string;
}
