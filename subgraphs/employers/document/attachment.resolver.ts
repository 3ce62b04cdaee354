import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { whoAsks } from '../../context.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { Attachment } from './attachment.js';
import { downloadAddress } from './download-address.js';
import { startUpload, ticketOf } from './start-upload.js';
import { StartUploadInput, UploadPayload } from './upload.js';

@Resolver(() => Attachment)
export class AttachmentResolver {
  @Mutation(() => UploadPayload, {
    description:
      'Kondigt een document aan en geeft het adres om het, één keer en binnen een kwartier, naartoe te sturen.',
  })
  async startUpload(
    @Arg('input', () => StartUploadInput, { description: 'Het document.' }) input: StartUploadInput,
    @Ctx() context: EmployersContext,
  ): Promise<UploadPayload> {
    const { id, notices, errors } = await write(context, 'startUpload', input, (em) => startUpload(context, em, input));
    const announced = id ? await context.attachmentById.clear(id).load(id) : null;
    return { ticket: announced && ticketOf(context.beside, announced), notices, errors };
  }

  @FieldResolver(() => Employer, { description: 'De werkgever bij wie het document hoort.' })
  employer(@Root() { employerId }: Attachment, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { description: 'Wie het document heeft geüpload.' })
  uploadedBy(@Root() { announcedById }: Attachment, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(announcedById);
  }

  @FieldResolver(() => String, {
    description:
      'Adres om het document te downloaden; het werkt tien minuten, zolang u werkzaam bent. Wie het heeft, kan dat doen.',
  })
  downloadUrl(@Root() { id }: Attachment, @Ctx() context: EmployersContext): string {
    return downloadAddress(context.beside, context.clock, id, whoAsks(context).professionalId);
  }
}
