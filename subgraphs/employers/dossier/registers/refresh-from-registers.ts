import { validate as isUuid } from 'uuid';
import { PartnerError } from '../../../../adapters/partner-error.js';
import { whoAsks, type Context } from '../../../context.js';
import { refused, Severity, written, type Outcome, type RuleNotice } from '../../../payload.js';
import { read } from '../../../read.js';
import { conflict, userError } from '../../../user-error.js';
import { earlierOutcome, write } from '../../../write.js';
import { claimAsk } from './claim-ask.js';
import { Employer } from '../employer.js';
import { failureInDutch } from './kvk-refusal.js';
import { lockedEmployer } from '../locked-employer.js';
import type { RefreshFromRegistersInput } from './register-inputs.js';
import type { RegisterSource } from './register-source.js';
import { nameOf, numbersOf, tellOf } from './registers.js';
import type { Told } from './settle.js';
import { writeDown, type WrittenDown } from './write-down.js';

const notice = (code: string, severity: Severity, message: string, requirement = 'R-018'): RuleNotice => ({
  code,
  message,
  requirement,
  severity,
});

interface Answer {
  told: Told | null;
  notice: RuleNotice | null;
}

/** What one register says now, or the notice that it says nothing. */
async function askNow(register: RegisterSource, employer: Employer): Promise<Answer> {
  const name = nameOf(register.source);
  try {
    const told = await tellOf(register, numbersOf(employer), { fresh: true });
    if (told) return { told, notice: null };
    return { told, notice: notice('NOT_IN_REGISTER', Severity.INFO, `${name} kent deze werkgever niet.`) };
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    const explained = `${failureInDutch(error)} U houdt de laatst bekende gegevens.`;
    return { told: null, notice: notice('REGISTER_SILENT', Severity.WARNING, explained) };
  }
}

function changedNotices(all: WrittenDown[]): RuleNotice[] {
  return all
    .filter(({ changes }) => changes.length)
    .map(({ source, changes }) => {
      const count = changes.length === 1 ? 'één gewijzigd gegeven' : `${changes.length} gewijzigde gegevens`;
      return notice('REGISTER_CHANGED', Severity.INFO, `${nameOf(source)} gaf ${count}: zie de tijdlijn.`, 'R-017');
    });
}

/**
 * Asks registers now about an employer, past what is kept, and writes down what they say. They are asked
 * before the transaction begins, and each at most once a minute per employer. A silent register is a notice.
 */
export async function refreshFromRegisters(
  context: Context,
  registers: readonly RegisterSource[],
  input: RefreshFromRegistersInput,
): Promise<Outcome> {
  const wanted = input.sources ?? registers.map(({ source }) => source);
  const known = registers.filter(({ source }) => wanted.includes(source));
  // As many as were named: each a register, and none of them twice.
  if (!known.length || known.length !== wanted.length)
    return refused(
      userError(
        'UNKNOWN_REGISTER',
        ['input', 'sources'],
        'Kies in sources een register: KVK, SUWI_SBR of allebei, elk één keer.',
        'R-016',
      ),
    );
  const before = await earlierOutcome(context, 'refreshFromRegisters', input);
  if (before) return before;

  const { employerId, expectedVersion } = input;
  const [employer] = isUuid(employerId) ? await read(context.em, Employer, { id: [employerId] }) : [];
  const unknown = userError(
    'UNKNOWN_EMPLOYER',
    ['input', 'employerId'],
    'Deze werkgever (employerId) heeft geen dossier.',
  );
  if (!employer) return refused(unknown);
  if (!employer.kvkNumber)
    return refused(
      userError(
        'NO_KVK_NUMBER',
        ['input', 'employerId'],
        'Deze werkgever (employerId) heeft geen KvK-nummer: er is geen register om te bevragen.',
        'R-015',
      ),
    );
  const stale = (version: number): boolean => typeof expectedVersion === 'number' && expectedVersion !== version;
  if (stale(employer.version)) return refused(conflict(employer.version));

  const claimed = await claimAsk(context.em, employerId, wanted, context.clock.now());
  const answers = await Promise.all(
    known.filter(({ source }) => claimed.includes(source)).map((register) => askNow(register, employer)),
  );
  const asked = answers.flatMap(({ told }) => told ?? []);
  const told = answers.flatMap((answer) => answer.notice ?? []);
  const recent = known.filter(({ source }) => !claimed.includes(source));
  if (recent.length) {
    const names = recent
      .map(({ source }) => nameOf(source))
      .join(' en ')
      .replace(' en Het ', ' en het ');
    told.push(
      notice('ASKED_RECENTLY', Severity.INFO, `${names}: minder dan een minuut geleden bevraagd. U ziet dat antwoord.`),
    );
  }

  return write(context, 'refreshFromRegisters', input, async (em) => {
    const locked = await lockedEmployer(em, employerId);
    if (!locked) return refused(unknown);
    if (stale(locked.version)) return refused(conflict(locked.version));
    const all = await writeDown(context, em, locked, asked, whoAsks(context).professionalId);
    return written(employerId, [...told, ...changedNotices(all)]);
  });
}
