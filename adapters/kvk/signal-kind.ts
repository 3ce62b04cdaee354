import type { KvkSignalKind } from './mutations-port.js';

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

/** Our kind of signal for KvK's type, of whatever edition. */
export function kindOf(type: string): KvkSignalKind {
  const bare = type.replace(/_\d{4}_\d{2}$/, '');
  return Object.hasOwn(KINDS, bare) ? KINDS[bare]! : 'OTHER';
}

/** KvK's word for a kind, of the edition that it sends today. */
export function typeOf(kind: KvkSignalKind): string | undefined {
  const bare = Object.entries(KINDS).find(([, ours]) => ours === kind)?.[0];
  return bare === undefined || /Inschrijving$|Vestiging$/.test(bare) ? bare : `${bare}_2025_01`;
}
