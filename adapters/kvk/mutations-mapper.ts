import { allOf, code, date, DEEPEST, ESTABLISHMENT, establishmentNumbers, firstText, kvkNumbers } from './look-for.js';
import type {
  KvkChange,
  KvkChangedPart,
  KvkSignal,
  KvkSignalDetail,
  KvkSignalKind,
  KvkSignalPage,
  KvkSubscription,
} from './mutations-port.js';
import type { Abonnementen, SignaalBericht, Signalen } from './mutations-wire.js';
import { kindOf } from './signal-kind.js';

const establishment = (number: string | null | undefined): string | null =>
  number != null && ESTABLISHMENT.test(number) ? number : null;

export const subscriptions = ({ abonnementen }: Abonnementen): KvkSubscription[] =>
  abonnementen.map(({ id, contract, startDatum, eindDatum, actief }) => ({
    id,
    contract: contract?.id ?? null,
    startedAt: startDatum ?? null,
    endedAt: eindDatum ?? null,
    active: actief ?? true,
  }));

export const signalPage = (subscriptionId: string, wire: Signalen): KvkSignalPage => ({
  page: wire.pagina,
  pageSize: wire.aantal,
  total: wire.totaal,
  pages: wire.totaalPaginas,
  signals: wire.signalen.map(({ id, timestamp, kvknummer, signaalType, vestigingsnummer }): KvkSignal => ({
    id,
    subscriptionId,
    at: timestamp,
    kind: kindOf(signaalType),
    type: signaalType,
    kvkNumber: kvknummer,
    establishmentNumber: establishment(vestigingsnummer),
  })),
});

const PARTS: Record<string, KvkChangedPart> = {
  maOnderneming: 'COMPANY',
  eigenaar: 'OWNER',
  vestigingen: 'ESTABLISHMENTS',
  functionarissen: 'OFFICERS',
  deponeringen: 'FILINGS',
  naamgeving: 'NAME',
  activiteiten: 'ACTIVITIES',
  adresgegevens: 'ADDRESS',
  gevolmachtigden: 'AGENTS',
};

/**
 * Whether a block says that something in it changed: KvK always writes some blocks, with true or J where it did, and others
 * only when it did.
 */
function changed(block: unknown, left = DEEPEST): boolean {
  if (block === true || block === 'J' || block === 'Ja' || block === 'true') return true;
  if (typeof block !== 'object' || block === null || left === 0) return false;
  if (Array.isArray(block)) return block.length > 0;
  return Object.values(block).some((inside) => changed(inside, left - 1));
}

function parts(blocks: unknown): KvkChangedPart[] {
  if (typeof blocks !== 'object' || blocks === null) return [];
  const found = Object.entries(blocks).flatMap(([name, block]: [string, unknown]) =>
    changed(block) ? [Object.hasOwn(PARTS, name) ? PARTS[name]! : 'OTHER'] : [],
  );
  return [...new Set(found)];
}

function change(kind: KvkSignalKind, signal: SignaalBericht['signaal']): KvkChange {
  // Whom it is about, with all its establishments, stands apart from what happened.
  const { heeftBetrekkingOp: subject, ...happened } = signal;
  const blocks = signal.heeftGewijzigdeGegevens ?? signal.gewijzigdeGegevens;
  switch (kind) {
    case 'REGISTERED':
      return {
        kind,
        startedOn: date(happened, ['startdatum', 'startDatum', 'ingangsdatum']),
        reason: code(happened, ['aanleiding']),
      };
    case 'CHANGED':
      return { kind, parts: parts(blocks), establishmentNumbers: establishmentNumbers(happened) };
    case 'ESTABLISHMENT_CHANGED': {
      const main = allOf(signal.vestigingDetails, ['isHoofdvestiging'])[0];
      return { kind, parts: parts(blocks), main: typeof main === 'boolean' ? main : null };
    }
    case 'CEASED':
      return {
        kind,
        endedOn: date(happened, ['einddatum', 'eindDatum', 'datumEinde', 'datumUitschrijving', 'ingangsdatum']),
        reason: code(happened, ['aanleiding']),
      };
    case 'LEGAL_FORM_CHANGED':
      return {
        kind,
        from: firstText(happened, ['persoonRechtsvorm', 'rechtsvorm', 'oudeRechtsvorm']),
        to: firstText(subject, ['persoonRechtsvorm']),
      };
    case 'CONTINUED':
      return {
        kind,
        role: code(happened, ['rolBijVoortzettingOverdracht']),
        otherKvkNumbers: kvkNumbers(happened),
        establishmentNumbers: establishmentNumbers(happened),
        startedOn: date(happened, ['startdatum', 'startDatum', 'ingangsdatum']),
      };
    case 'MOVED':
    case 'NAME_CHANGED':
    case 'ACTIVITIES_CHANGED':
      return { kind, establishmentNumbers: establishmentNumbers(happened) };
    case 'MERGED_OR_SPLIT':
      return { kind, otherKvkNumbers: kvkNumbers(happened) };
    case 'OTHER':
      return { kind };
  }
}

/** A signal with its change. Of the owner, who may be a person, nothing but the legal form is looked at. */
export function signalDetail(subscriptionId: string, signalId: string, { signaal }: SignaalBericht): KvkSignalDetail {
  const kind = kindOf(signaal.signaalType);
  const { heeftBetrekkingOp: subject, ...happened } = signaal;
  const ofOne = kind === 'ESTABLISHMENT_CHANGED' ? establishmentNumbers(happened)[0] : undefined;
  return {
    id: signalId,
    subscriptionId,
    at: signaal.registratieTijdstip,
    kind,
    type: signaal.signaalType,
    kvkNumber: subject.kvkNummer,
    establishmentNumber: ofOne ?? null,
    change: change(kind, signaal),
    correction: signaal.indicatieCorrectie ?? false,
  };
}
