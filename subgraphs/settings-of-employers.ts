import { join } from 'node:path';
import { z } from 'zod';
import { webAddress } from '../runtime/settings.js';

/** Settings of employers alone, which `npm start` reads too: how mail goes out, where documents are kept, who helps. */
export const employersVariables = {
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'begint met smtp:// of smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('werkgraaf@werkgraaf.example'),
  FILES_DIR: z.string().optional(),
  FILES_MOST_BYTES: z.coerce.number().int().min(1).max(1_000_000_000).default(25_000_000),
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_REGION: z.string().default('eu-west-1'),
  FILES_S3_ENDPOINT: webAddress.optional(),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  SUPPORT_EMAIL: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'is geen e-mailadres')
    .optional(),
  SUPPORT_PHONE: z.string().optional(),
  SUPPORT_MANUAL_URL: webAddress.optional(),
  SUPPORT_ELEARNING_URL: webAddress.optional(),
  SUPPORT_GSDO_URL: webAddress.optional(),
};

/** Those settings as the parts take them. Without a mail server, mail is put into a folder; without a bucket, documents too. */
export function employersSettings(data: z.infer<z.ZodObject<typeof employersVariables>> & { DATA_DIR: string }) {
  const { FILES_S3_BUCKET: bucket, FILES_S3_ACCESS_KEY_ID: accessKeyId } = data;
  const secretAccessKey = data.FILES_S3_SECRET_ACCESS_KEY;
  return {
    mail: { smtpUrl: data.SMTP_URL ?? null, folder: join(data.DATA_DIR, 'mail'), from: data.MAIL_FROM },
    files: {
      folder: data.FILES_DIR ?? join(data.DATA_DIR, 'files'),
      mostBytes: data.FILES_MOST_BYTES,
      /** Null: documents are kept in `folder`. */
      s3: bucket
        ? {
            bucket,
            region: data.FILES_S3_REGION,
            endpoint: data.FILES_S3_ENDPOINT ?? null,
            credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
          }
        : null,
    },
    support: {
      email: data.SUPPORT_EMAIL ?? null,
      phone: data.SUPPORT_PHONE ?? null,
      manual: data.SUPPORT_MANUAL_URL ?? null,
      eLearning: data.SUPPORT_ELEARNING_URL ?? null,
      gsdo: data.SUPPORT_GSDO_URL ?? null,
    },
  };
}
