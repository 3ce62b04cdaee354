import type {
  KvkChange,
  KvkChangedPart,
  KvkCode,
  KvkSignal,
  KvkSignalDetail,
  KvkSignalKind,
  KvkSignalPage,
  KvkSubscription,
  PartialDate,
} from './port.js';
import type { Abonnementen, SignaalBericht, Signalen } from './mutations-wire.js';

/** KvK's types, without the version that stands behind those of 2025. */
const KINDS: Record<string, KvkSignalKind> = {
  SignaalNieuweInschrijving: 'REGISTERED',
  SignaalGewijzigdeInschrijving: 'CHANGED',
  SignaalGewijzigdeVestiging: 'ESTABLISHMENT_CHANGED',
  SignaalBeeindiging: 'CEASED',
  SignaalRechtsvormwijziging: 'LEGAL_FORM_CHANGED',
  SignaalVoortzettingEnOverdracht: 'CONTINUED',
  SignaalAdreswijziging: 'MOVED',
  SignaalNaamgeving: 'NAME_CHANGED',
  SignaalFusieSplitsing: 'MERGED_OR_SPLIT',
  SignaalActiviteitenWijziging: 'ACTIVITIES_CHANGED',
};

export function kindOf(type: string): KvkSignalKind {
  const bare = type.replace(/_\d{4}_\d{2}$/, '');
  return Object.hasOwn(KINDS, bare) ? KINDS[bare]! : 'OTHER';
}

/** KvK's word for a kind, of the edition that it sends today. */
export function typeOf(kind: KvkSignalKind): string | undefined {
  const bare = Object.entries(KINDS).find(([, ours]) => ours === kind)?.[0];
  return bare === undefined || /Inschrijving$|Vestiging$/.test(bare) ? bare : `${bare}_2025_01`;
}

const ESTABLISHMENT = /^\d{12}$/;
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

/** Deeper than any signal; what lies deeper is not looked for. */
const DEEPEST = 12;

/** Every value under one of these names, however deep, in the order it stands there; lists are taken apart. */
function allOf(value: unknown, names: readonly string[], left = DEEPEST): unknown[] {
  if (left === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => allOf(one, names, left - 1));
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) => [
    ...(names.includes(name) ? (Array.isArray(inside) ? (inside as unknown[]) : [inside]) : []),
    ...allOf(inside, names, left - 1),
  ]);
}

const numbers = (value: unknown, names: readonly string[], shape: RegExp): string[] => [
  ...new Set(allOf(value, names).filter((one): one is string => typeof one === 'string' && shape.test(one))),
];
const establishmentNumbers = (value: unknown) =>
  numbers(value, ['vestigingsnummer', 'vestigingsnummers'], ESTABLISHMENT);
const kvkNumbers = (value: unknown) => numbers(value, ['kvkNummer', 'kvkNummers', 'kvknummer'], /^\d{8}$/);

const firstText = (value: unknown, names: readonly string[]): string | null =>
  allOf(value, names).find((one): one is string => typeof one === 'string' && one !== '') ?? null;

/** A code with its words, or a code alone. */
function code(value: unknown, names: readonly string[]): KvkCode | null {
  const found = allOf(value, names)[0];
  if (typeof found === 'string' && found) return { code: found, description: null };
  const told = firstText(found, ['code']);
  return told === null ? null : { code: told, description: firstText(found, ['omschrijving']) };
}

/** `2026-01-31` with or without a time, or `20260131`; anything else is not known. */
function date(value: unknown, names: readonly string[]): PartialDate | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(T.*)?$/.exec(firstText(value, names) ?? '');
  const [, year, month, day] = found ?? [];
  if (!year || year === '0000' || month! > '12' || day! > '31') return null;
  return month === '00' ? year : day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

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
