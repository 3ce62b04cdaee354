import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EmployersContext } from '../context.js';
import { Professional } from '../organisation/professional.js';
import { Attachment } from './attachment.js';

@Resolver(() => Attachment)
export class AttachmentResolver {
  @FieldResolver(() => Professional, { description: 'Wie het document heeft geüpload.' })
  uploadedBy(@Root() { announcedById }: Attachment, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(announcedById);
  }
}
