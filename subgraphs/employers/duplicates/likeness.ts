/** What two dossiers are compared by. */
export interface Comparable {
  kvkNumber: string | null;
  establishmentNumber: string | null;
  /** As people write it. */
  name: string;
  /** The name without legal form, accents and spaces. */
  coreName: string;
  city: string | null;
  /** Of an employer abroad, without a KvK number. */
  country: string | null;
  /** Kinds as in `employer_key`: ADDRESS (postcode and house number), PHONE, WEBSITE. */
  keys: readonly { kind: string; key: string }[];
}

export interface Likeness {
  /** 0 to 1, in hundredths. */
  score: number;
  /** Why, in plain Dutch; empty when nothing is alike. */
  because: string[];
}

/** What counts beside the name. Names alone never reach the 0.8 from which pairs are shown, unless the place or the country is the same. */
const NAME = 0.7;
const BESIDE: Record<string, { weight: number; because: (key: string) => string }> = {
  ADDRESS: { weight: 0.25, because: (key) => `Zelfde postcode en huisnummer (${key}).` },
  PHONE: { weight: 0.25, because: () => 'Zelfde telefoonnummer.' },
  WEBSITE: { weight: 0.2, because: (key) => `Zelfde website (${key}).` },
};
const CITY = 0.1;
/** Of an employer abroad the country is often all that is known of the place. */
const COUNTRY = 0.1;
/** Two KvK numbers are two companies, until somebody says otherwise. */
const OTHER_KVK = -0.2;
const MOST_BY_NAME = 0.95;

const trigrams = (text: string): Set<string> => {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: Math.max(padded.length - 2, 0) }, (_, n) => padded.slice(n, n + 3)));
};

/** How alike two names are, 0 to 1: the share of the groups of three letters that they have in common. */
export function nameLikeness(a: string, b: string): number {
  if (!a || !b) return 0;
  const [ofA, ofB] = [trigrams(a), trigrams(b)];
  const common = [...ofA].filter((one) => ofB.has(one)).length;
  return common / (ofA.size + ofB.size - common);
}

const hundredths = (score: number): number => Math.round(Math.min(Math.max(score, 0), 1) * 100) / 100;

function byNumber(a: Comparable, b: Comparable): Likeness | null {
  if (!a.kvkNumber || a.kvkNumber !== b.kvkNumber) return null;
  if (a.establishmentNumber === b.establishmentNumber)
    return {
      score: 1,
      because: [a.establishmentNumber ? 'Zelfde KvK-nummer en zelfde vestiging.' : 'Zelfde KvK-nummer.'],
    };
  if (a.establishmentNumber && b.establishmentNumber) return { score: 0, because: [] };
  return {
    score: 0.9,
    because: ['Zelfde KvK-nummer: het een gaat over het bedrijf, het ander over een vestiging ervan.'],
  };
}

/** How likely it is that two dossiers are of one employer. Two establishments of one company are two employers. */
export function likenessOf(a: Comparable, b: Comparable): Likeness {
  const numbered = byNumber(a, b);
  if (numbered) return numbered;
  const named = nameLikeness(a.coreName, b.coreName);
  const same = Object.entries(BESIDE).flatMap(([kind, { weight, because }]) => {
    const shared = a.keys.find(
      (mine) => mine.kind === kind && b.keys.some((o) => o.kind === kind && o.key === mine.key),
    );
    return shared ? [{ weight, because: because(shared.key) }] : [];
  });
  const sameCity = a.city && b.city && a.city.toLowerCase() === b.city.toLowerCase();
  const sameCountry =
    !sameCity && a.country && b.country && a.country.localeCompare(b.country, 'nl', { sensitivity: 'base' }) === 0;
  const others = Boolean(a.kvkNumber && b.kvkNumber);
  const score =
    NAME * named +
    same.reduce((sum, { weight }) => sum + weight, 0) +
    (sameCity ? CITY : 0) +
    (sameCountry ? COUNTRY : 0) +
    (others ? OTHER_KVK : 0);
  const nameIs =
    named === 1 ? 'Zelfde naam' : named >= 0.4 ? `De namen lijken op elkaar (${Math.round(named * 100)}%)` : null;
  return {
    score: hundredths(Math.min(score, MOST_BY_NAME)),
    because: [
      ...(nameIs ? [`${nameIs}: ${a.name} en ${b.name}.`] : []),
      ...same.map(({ because }) => because),
      ...(sameCity ? [`Zelfde plaats (${a.city}).`] : []),
      ...(sameCountry ? [`Zelfde land (${a.country}).`] : []),
      ...(others && (nameIs || same.length) ? ['Wel verschillende KvK-nummers.'] : []),
    ],
  };
}
