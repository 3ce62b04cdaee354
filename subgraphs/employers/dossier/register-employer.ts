import { randomUUID } from 'node:crypto';
import type { Kvk } from '../../../adapters/kvk/port.js';
import type { Suwi } from '../../../adapters/suwi/port.js';
import { PartnerError } from '../../../adapters/partner-error.js';
import { whoAsks, type Context } from '../../context.js';
import { refused, Severity, written, type Outcome, type RuleNotice, type UserError } from '../../payload.js';
import { lengthErrors, userError } from '../../user-error.js';
import { earlierOutcome, write } from '../../write.js';
import { SourceSystem } from '../../provenance.js';
import { alikeWhenOpened } from '../duplicates/alike-when-opened.js';
import { Region } from '../organisation/region.js';
import { Employer, EmployerSchema, RelationStatus } from './employer.js';
import { employerId } from './employer-id.js';
import type { RegisterEmployerInput } from './employer-inputs.js';
import type { RegisterNumbers } from './registers/register-source.js';
import type { RegisterValues } from './registers/register-values.js';
import { refusedByKvk } from './registers/kvk-refusal.js';
import { kvkSource } from './registers/kvk-source.js';
import { tellOf } from './registers/registers.js';
import { suwiSource } from './registers/suwi-source.js';
import type { Told } from './registers/settle.js';
import { writeDown } from './registers/write-down.js';
import { putOnTimeline } from '../timeline/put-on-timeline.js';
import { TimelineKind } from '../timeline/timeline-entry.js';

/** The registers that a new dossier is filled from. */
interface Registers {
  kvk: Kvk;
  suwi: Suwi;
}

function inputErrors({
  kvkNumber,
  establishmentNumber,
  foreignName,
  foreignCountry,
}: RegisterEmployerInput): UserError[] {
  if (kvkNumber && (foreignName || foreignCountry)) {
    return [
      userError(
        'KVK_OR_FOREIGN',
        ['input', 'foreignName'],
        'Geef een KvK-nummer, of naam en land van een buitenlandse werkgever, niet allebei.',
      ),
    ];
  }
  if (kvkNumber) return [];
  if (establishmentNumber)
    return [
      userError('KVK_NUMBER_MISSING', ['input', 'kvkNumber'], 'Geef bij een vestigingsnummer ook het KvK-nummer.'),
    ];
  if (!foreignName || !foreignCountry) {
    return [
      userError(
        'KVK_OR_FOREIGN',
        ['input', 'kvkNumber'],
        'Geef een KvK-nummer, of foreignName en foreignCountry van een buitenlandse werkgever.',
        'R-015',
      ),
    ];
  }
  return [
    ...lengthErrors(['input', 'foreignName'], 'De naam', foreignName, 2, 200),
    ...lengthErrors(['input', 'foreignCountry'], 'Het land', foreignCountry, 2, 100),
  ];
}

const notice = (code: string, message: string): RuleNotice => ({
  code,
  message,
  requirement: 'R-015',
  severity: Severity.WARNING,
});

const noticesFrom = (kvk: RegisterValues | undefined): RuleNotice[] => [
  ...(kvk?.endedOn
    ? [notice('EMPLOYER_CEASED', 'Volgens KvK is dit bedrijf beëindigd. De relatiestatus is daarop gezet.')]
    : []),
  ...(kvk?.nonMailing
    ? [notice('NON_MAILING', 'Dit bedrijf wil volgens KvK geen ongevraagde post of verkoop aan de deur (non-mailing).')]
    : []),
];

/** What KvK must tell, and SUWI may. @throws PartnerError of KvK */
async function prefill({ kvk, suwi, log }: Context & Registers, numbers: RegisterNumbers): Promise<Told[]> {
  const [ofKvk, ofSuwi] = await Promise.all([
    tellOf(kvkSource(kvk), numbers),
    tellOf(suwiSource(suwi), numbers).catch((err: unknown) => {
      log.warn({ err }, 'dossier opened without SUWI');
      return null;
    }),
  ]);
  return [ofKvk, ofSuwi].filter((one) => one !== null);
}

/**
 * Opens a dossier, prefilled from KvK. KvK is asked before the transaction begins, so that a slow register
 * holds no lock. Refused: unknown number, silent register, dossier that exists, region that is not the asker's.
 */
export async function registerEmployer(context: Context & Registers, input: RegisterEmployerInput): Promise<Outcome> {
  const errors = inputErrors(input);
  if (errors.length) return refused(...errors);
  const before = await earlierOutcome(context, 'registerEmployer', input);
  if (before) return before;
  const { kvkNumber, establishmentNumber, regionId } = input;
  let told: Told[] = [];
  if (kvkNumber) {
    try {
      told = await prefill(context, { kvkNumber, establishmentNumber: establishmentNumber ?? null });
    } catch (error) {
      if (error instanceof PartnerError) return refusedByKvk(error, 'R-015');
      throw error;
    }
  }
  const kvk = told.find(({ source }) => source === SourceSystem.KVK)?.values;
  const asker = whoAsks(context);
  return write(context, 'registerEmployer', input, async (em) => {
    if (!(await em.count(Region, { id: regionId })))
      return refused(userError('UNKNOWN_REGION', ['input', 'regionId'], 'Deze regio bestaat niet.'));
    if (!asker.regionIds.includes(regionId))
      return refused(
        userError('OTHER_REGION', ['input', 'regionId'], 'U kunt alleen een dossier openen in een regio waar u werkt.'),
      );
    const id = kvkNumber ? employerId(kvkNumber, establishmentNumber) : randomUUID();
    // Two who open one dossier at once: the second waits, and sees that of the first.
    await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`open dossier ${kvkNumber ?? 'without number'}`]);
    const existing = await em.findOne(Employer, { id });
    if (existing)
      return refused(
        userError(
          'EMPLOYER_EXISTS',
          ['input', 'kvkNumber'],
          `Deze werkgever heeft al een dossier: ${existing.wbsNumber}.`,
          'R-001',
        ),
      );
    const now = context.clock.now();
    const [{ number }] = (await em.execute("select 'WBS-' || lpad(nextval('wbs_number')::text, 7, '0') as number")) as [
      { number: string },
    ];
    const tradeName = kvk?.tradeName ?? kvk?.legalName ?? input.foreignName?.trim() ?? kvkNumber!;
    await em.insert(EmployerSchema, {
      id,
      wbsNumber: number,
      kvkNumber: kvkNumber ?? null,
      establishmentNumber: establishmentNumber ?? null,
      regionId,
      name: tradeName,
      foreignCountry: input.foreignCountry?.trim() ?? null,
      kind: input.kind,
      relationStatus: kvk?.endedOn ? RelationStatus.CEASED : RelationStatus.PROSPECT,
      isKeyAccount: false,
      lwa: [],
      registeredAt: now,
      version: 1,
    });
    const employer = await em.findOneOrFail(Employer, { id });
    await writeDown(context, em, employer, told, asker.professionalId);
    await putOnTimeline(em, context.clock, {
      employerId: id,
      kind: TimelineKind.DOSSIER,
      title: `Dossier ${number} geopend.`,
      subjectType: 'Employer',
      subjectId: id,
      actorId: asker.professionalId,
    });
    await context.publish(em, {
      type: 'employer.registered',
      occurredOn: context.clock.today(),
      recordedAt: now,
      actorId: asker.professionalId,
      data: { employerId: id, regionId, tradeName, kvkNumber: kvkNumber ?? null },
    });
    const alike = await alikeWhenOpened(em, employer, context.clock.today());
    return written(id, [...noticesFrom(kvk), ...alike]);
  });
}
