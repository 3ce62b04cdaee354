import { setTimeout } from 'node:timers/promises';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { whoAsks } from '../../context.js';
import { write } from '../../write.js';
import type { EmployersContext } from '../context.js';
import { Employer } from '../dossier/employer.js';
import { Professional } from '../organisation/professional.js';
import { Attachment } from './attachment.js';
import { downloadAddress } from './download-address.js';
import type { FileStore } from './file-store.js';
import { startUpload, ticketOf } from './start-upload.js';
import { clearContent } from './clear-content.js';
import { StartUploadInput, UploadPayload } from './upload.js';
import { AttachmentPayload, WithdrawDocumentInput } from './withdraw-document-input.js';
import { withdrawDocument } from './withdraw-document.js';

/** Longer than a store needs that is well, milliseconds. */
const AT_MOST_MS = 2_000;

/** Takes the content away at once; who withdrew it does not wait for a store that is slow, because it is done later then. */
async function clearSoon({ em, clock, log }: EmployersContext, store: FileStore, id: string): Promise<void> {
  const cleared = clearContent({ em: em.fork(), clock, log, store }, [id]).catch((err: unknown) =>
    log.error({ err, attachmentId: id }, 'content not removed; tried again later'),
  );
  const waited = new AbortController();
  const enough = setTimeout(AT_MOST_MS, undefined, { signal: waited.signal, ref: false }).catch(() => {});
  await Promise.race([cleared, enough]).finally(() => waited.abort());
}

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

  @Mutation(() => AttachmentPayload, {
    description:
      'Trekt een document in: niemand kan het nog downloaden en de inhoud wordt verwijderd. Dat het er was, blijft staan, met door wie en waarom.',
  })
  async withdrawDocument(
    @Arg('input', () => WithdrawDocumentInput, { description: 'Welk document, en waarom.' })
    input: WithdrawDocumentInput,
    @Ctx() context: EmployersContext,
  ): Promise<AttachmentPayload> {
    const { id, notices, errors } = await write(context, 'withdrawDocument', input, (em) =>
      withdrawDocument(context, em, input),
    );
    if (id && context.files) await clearSoon(context, context.files.store, id);
    return { attachment: id ? await context.attachmentById.clear(id).load(id) : null, notices, errors };
  }

  @FieldResolver(() => Employer, { description: 'De werkgever bij wie het document hoort.' })
  employer(@Root() { employerId }: Attachment, @Ctx() context: EmployersContext): Promise<Employer | null> {
    return context.employerById.load(employerId);
  }

  @FieldResolver(() => Professional, { description: 'Wie het document heeft geüpload.' })
  uploadedBy(@Root() { announcedById }: Attachment, @Ctx() context: EmployersContext): Promise<Professional | null> {
    return context.professionalById.load(announcedById);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Wie het document heeft ingetrokken.' })
  async withdrawnBy(
    @Root() { withdrawnById }: Attachment,
    @Ctx() context: EmployersContext,
  ): Promise<Professional | null> {
    return withdrawnById ? context.professionalById.load(withdrawnById) : null;
  }

  @FieldResolver(() => String, {
    description:
      'Adres om het document te downloaden; het werkt tien minuten, zolang u werkzaam bent. Wie het heeft, kan dat doen. Van een ingetrokken document zegt het adres alleen dat.',
  })
  downloadUrl(@Root() { id }: Attachment, @Ctx() context: EmployersContext): string {
    return downloadAddress(context.beside, context.clock, id, whoAsks(context).professionalId);
  }
}
