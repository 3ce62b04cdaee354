import { Temporal } from 'temporal-polyfill';
import type { MatchCriteria, MatchProfile } from './match-contract.js';
import { canLearn, licencesThatCover, mayDrive } from './match-licences.js';
import { MatchVerdict } from './match-part.js';

/** One thing asked, held against what is offered. */
export interface Comparison {
  criterion: string;
  /** Share of the points, against the shares of the other comparisons of this vacancy. */
  share: number;
  demanded: string;
  offered: string | null;
  verdict: MatchVerdict;
  because: string;
  /** Whether the work cannot be done without it. */
  must: boolean;
  /** What to learn to meet it, in plain words. */
  gap?: string;
}

const { MET, PARTLY, NOT_MET, UNKNOWN, TRAINABLE } = MatchVerdict;

/** Competences count for most, schooling for little. */
const SHARE = {
  occupation: 20,
  competences: 30,
  licences: 15,
  requirements: 10,
  languages: 10,
  affinities: 10,
  hours: 5,
  irregular: 5,
  level: 5,
  start: 5,
};

const LEVELS = ['', 'geen basisopleiding', 'basisniveau', 'vmbo', 'mbo, havo of vwo', 'hbo', 'wetenschappelijk'];
const levelName = (level: number): string => LEVELS[level] ?? `niveau ${level}`;
const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const languageNames = new Intl.DisplayNames(['nl'], { type: 'language' });
const languageName = (code: string): string => languageNames.of(code) ?? code;

/** The ISCO-08 unit group of an occupation code: its first four digits. */
export const unitGroup = (code: string): string => code.slice(0, 4);

function occupation({ occupation: asked }: MatchCriteria, { occupations }: MatchProfile): Comparison[] {
  const base = { criterion: 'Beroep', share: SHARE.occupation, demanded: asked.name, must: false };
  if (!occupations.length)
    return [{ ...base, offered: null, verdict: UNKNOWN, because: 'Van de werkzoekende is geen beroep bekend.' }];
  const found = occupations.find((o) => (asked.code && o.code ? o.code === asked.code : same(o.name, asked.name)));
  if (found)
    return [{ ...base, offered: found.name, verdict: MET, because: `Zoekt of deed het beroep ${found.name}.` }];
  const near = occupations.find((o) => asked.code && o.code && unitGroup(o.code) === unitGroup(asked.code));
  if (near) return [{ ...base, offered: near.name, verdict: PARTLY, because: `${near.name} is een verwant beroep.` }];
  const offered = occupations.map((o) => o.name).join(', ');
  return [{ ...base, offered, verdict: NOT_MET, because: 'Zoekt of deed een ander soort werk.' }];
}

function competences({ competences: asked }: MatchCriteria, { competences: held }: MatchProfile): Comparison[] {
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  return asked.map(({ code, name, level, weight, essential, trainable }) => {
    const found = held.find((c) => (code !== null && c.code !== null ? c.code === code : same(c.name, name)));
    const base = {
      criterion: `Competentie: ${name}`,
      share: (SHARE.competences * weight) / total,
      demanded: `${name}, niveau ${level}`,
      must: essential,
    };
    const gap = trainable ? { gap: `Competentie ${name} ontwikkelen tot niveau ${level}` } : {};
    if (!found) {
      return trainable
        ? { ...base, ...gap, offered: null, verdict: TRAINABLE, because: `${name} is er nog niet, maar is te leren.` }
        : { ...base, offered: null, verdict: NOT_MET, because: `${name} staat niet in het cv.` };
    }
    if (found.mastery === null) {
      const because = `${name} staat in het cv; hoe goed is niet beoordeeld.`;
      return { ...base, offered: found.name, verdict: PARTLY, because };
    }
    const offered = `${found.name}, niveau ${found.mastery}`;
    return found.mastery >= level
      ? { ...base, offered, verdict: MET, because: `Beheerst ${name} op niveau ${found.mastery}.` }
      : { ...base, ...gap, offered, verdict: PARTLY, because: `Beheerst ${name}, maar nog niet op niveau ${level}.` };
  });
}

function licences({ drivingLicences: asked }: MatchCriteria, { drivingLicences: held }: MatchProfile): Comparison[] {
  const drives = mayDrive(held);
  const offered = held.length ? held.join(', ') : null;
  return asked.map((licence) => {
    const base = {
      criterion: `Rijbewijs ${licence}`,
      share: SHARE.licences / asked.length,
      demanded: licence,
      offered,
      must: true,
    };
    if (drives.has(licence)) {
      const by = held.find((one) => licencesThatCover(licence).includes(one));
      return { ...base, verdict: MET, because: `Heeft rijbewijs ${by}.` };
    }
    return canLearn(licence, held)
      ? { ...base, verdict: TRAINABLE, because: `Kan rijbewijs ${licence} halen.`, gap: `Rijbewijs ${licence} halen` }
      : { ...base, verdict: NOT_MET, because: `Heeft geen rijbewijs ${licence}.` };
  });
}

function requirements({ hardRequirements: asked }: MatchCriteria, { skills }: MatchProfile): Comparison[] {
  return asked.map(({ key, description, trainable }) => {
    const found = skills.find((skill) => same(skill, key) || same(skill, description));
    const base = {
      criterion: `Eis: ${description}`,
      share: SHARE.requirements / asked.length,
      demanded: description,
      offered: found ?? null,
      must: true,
    };
    if (found) return { ...base, verdict: MET, because: `${description} is aanwezig.` };
    return trainable
      ? {
          ...base,
          verdict: TRAINABLE,
          because: `${description} ontbreekt, maar is te leren.`,
          gap: `${description} behalen`,
        }
      : { ...base, verdict: NOT_MET, because: `${description} staat niet in het cv.` };
  });
}

function languages({ languages: asked }: MatchCriteria, { languages: held }: MatchProfile): Comparison[] {
  return asked.map((need) => {
    const name = languageName(need.code);
    const found = held.find(({ code }) => code === need.code);
    const sides = [
      ['spreken', need.speaking, found?.speaking ?? null],
      ['schrijven', need.writing, found?.writing ?? null],
    ] as const;
    const wanted = sides.filter(([, level]) => level !== null);
    const told = (which: 1 | 2) =>
      wanted.map((side) => `${side[0]} ${side[which] === null ? 'onbekend' : side[which]}`).join(', ');
    const base = {
      criterion: `Taal: ${name}`,
      share: SHARE.languages / asked.length,
      demanded: wanted.length ? `${name} (${told(1)})` : name,
      must: false,
    };
    if (!found) return { ...base, offered: null, verdict: UNKNOWN, because: `Over ${name} staat niets in het cv.` };
    const offered = wanted.length ? `${name} (${told(2)})` : name;
    const enough = wanted.filter(([, level, has]) => has !== null && has >= level!).length;
    if (enough === wanted.length) return { ...base, offered, verdict: MET, because: `${name} is voldoende.` };
    if (wanted.every(([, , has]) => has === null))
      return { ...base, offered, verdict: UNKNOWN, because: `Het niveau van ${name} is niet bekend.` };
    return enough
      ? { ...base, offered, verdict: PARTLY, because: `${name} is voor een deel voldoende.` }
      : { ...base, offered, verdict: NOT_MET, because: `${name} is nog niet voldoende.` };
  });
}

function affinities({ affinities: asked }: MatchCriteria, { interests }: MatchProfile): Comparison[] {
  if (!asked.length) return [];
  const base = { criterion: 'Affiniteit', share: SHARE.affinities, demanded: asked.join(', '), must: false };
  if (!interests.length)
    return [{ ...base, offered: null, verdict: UNKNOWN, because: 'Van de werkzoekende zijn geen interesses bekend.' }];
  const shared = asked.filter((affinity) => interests.some((interest) => same(interest, affinity)));
  const offered = interests.join(', ');
  if (!shared.length) return [{ ...base, offered, verdict: NOT_MET, because: 'De interesses liggen elders.' }];
  const because = `Heeft affiniteit met ${shared.join(', ')}.`;
  return [{ ...base, offered, verdict: shared.length === asked.length ? MET : PARTLY, because }];
}

const range = (min: number | null, max: number | null): string =>
  min !== null && max !== null && min !== max ? `${min} tot ${max} uur` : `${min ?? max} uur`;

function hours(asked: MatchCriteria, held: MatchProfile): Comparison[] {
  const { hoursMin: askedMin, hoursMax: askedMax } = asked;
  if (askedMin === null && askedMax === null) return [];
  const base = { criterion: 'Uren per week', share: SHARE.hours, demanded: range(askedMin, askedMax), must: false };
  if (held.hoursMin === null && held.hoursMax === null)
    return [{ ...base, offered: null, verdict: UNKNOWN, because: 'Het aantal uren is niet bekend.' }];
  const offered = range(held.hoursMin, held.hoursMax);
  const fits = (held.hoursMax ?? Infinity) >= (askedMin ?? 0) && (held.hoursMin ?? 0) <= (askedMax ?? Infinity);
  return [
    fits
      ? { ...base, offered, verdict: MET, because: 'Het aantal uren past.' }
      : { ...base, offered, verdict: NOT_MET, because: 'Het aantal uren past niet.' },
  ];
}

function irregular({ irregularHours }: MatchCriteria, held: MatchProfile): Comparison[] {
  if (!irregularHours) return [];
  const base = { criterion: 'Werktijden', share: SHARE.irregular, demanded: 'onregelmatig', must: false };
  if (held.irregular === null)
    return [{ ...base, offered: null, verdict: UNKNOWN, because: 'Of onregelmatig werken kan, is niet bekend.' }];
  return [
    held.irregular
      ? { ...base, offered: 'ook onregelmatig', verdict: MET, because: 'Kan onregelmatig werken.' }
      : { ...base, offered: 'alleen regelmatig', verdict: NOT_MET, because: 'Kan niet onregelmatig werken.' },
  ];
}

function level({ minimumLevel }: MatchCriteria, { education }: MatchProfile): Comparison[] {
  if (minimumLevel === null) return [];
  const base = {
    criterion: 'Werk- en denkniveau',
    share: SHARE.level,
    demanded: levelName(minimumLevel),
    must: false,
  };
  if (!education.length) return [{ ...base, offered: null, verdict: UNKNOWN, because: 'Er is geen opleiding bekend.' }];
  const highest = education.reduce((best, one) =>
    one.level > best.level || (one.level === best.level && one.diploma) ? one : best,
  );
  const offered = `${levelName(highest.level)}${highest.diploma ? ', met diploma' : ''}`;
  if (highest.level < minimumLevel)
    return [{ ...base, offered, verdict: NOT_MET, because: 'De hoogste opleiding ligt onder het gevraagde niveau.' }];
  return [
    education.some((one) => one.diploma && one.level >= minimumLevel)
      ? { ...base, offered, verdict: MET, because: 'Heeft een diploma op het gevraagde niveau.' }
      : { ...base, offered, verdict: PARTLY, because: 'Volgde onderwijs op het gevraagde niveau, zonder diploma.' },
  ];
}

function start({ startsOn }: MatchCriteria, { availableFrom }: MatchProfile): Comparison[] {
  if (startsOn === null) return [];
  const base = { criterion: 'Beschikbaar', share: SHARE.start, demanded: `vanaf ${startsOn}`, must: false };
  if (availableFrom === null)
    return [{ ...base, offered: null, verdict: UNKNOWN, because: 'Vanaf wanneer is niet bekend.' }];
  const offered = `vanaf ${availableFrom}`;
  if (availableFrom <= startsOn) return [{ ...base, offered, verdict: MET, because: 'Is op tijd beschikbaar.' }];
  const late = Temporal.PlainDate.from(startsOn).add({ months: 1 }).toString();
  return [
    availableFrom <= late
      ? { ...base, offered, verdict: PARTLY, because: 'Is binnen een maand na de startdatum beschikbaar.' }
      : { ...base, offered, verdict: NOT_MET, because: 'Is pas later dan een maand na de startdatum beschikbaar.' },
  ];
}

/** Everything that `criteria` ask, held against `profile`, in the order in which it is told. */
export const compare = (criteria: MatchCriteria, profile: MatchProfile): Comparison[] =>
  [occupation, competences, licences, requirements, languages, affinities, hours, irregular, level, start].flatMap(
    (held) => held(criteria, profile),
  );
