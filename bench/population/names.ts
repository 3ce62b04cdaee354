/** Invented names of employers: what trade, whose, and where, as they stand in a register. */
const TRADES = [
  'Bakkerij',
  'Slagerij',
  'Bouwbedrijf',
  'Schildersbedrijf',
  'Timmerwerken',
  'Installatietechniek',
  'Loodgieters',
  'Transport',
  'Koeriersdienst',
  'Logistiek',
  'Opslag',
  'Zorggroep',
  'Thuiszorg',
  'Kinderopvang',
  'Apotheek',
  'Schoonmaak',
  'Hoveniers',
  'Kwekerij',
  'Groothandel',
  'Drukkerij',
  'Metaalwerken',
  'Scheepswerf',
  'Horeca',
  'Restaurant',
  'Hotel',
  'Catering',
  'Kapsalon',
  'Garage',
  'Autoschade',
  'Rijschool',
  'Makelaardij',
  'Advies',
  'Administratie',
  'Software',
  'Beveiliging',
  'Uitzendbureau',
  'Detachering',
  'Textiel',
  'Meubelmakerij',
  'Glaszetters',
];
const BEGINNINGS = [
  'Ven',
  'Brand',
  'Hol',
  'Wester',
  'Ooster',
  'Molen',
  'Berg',
  'Dijk',
  'Kerk',
  'Noor',
  'Zuider',
  'Haver',
  'Linden',
  'Eiken',
  'Ros',
  'Klaver',
  'Storm',
  'Water',
  'Zand',
  'Hei',
  'Bos',
  'Duin',
  'Grave',
  'Peter',
  'Wille',
  'Jan',
  'Har',
  'Corne',
  'Frede',
  'Adriaan',
  'Boere',
  'Kuipe',
  'Schipper',
  'Vlieger',
  'Zeil',
  'Roeme',
  'Tolle',
  'Wage',
  'Ijsse',
  'Merwe',
];
const ENDINGS = [
  'man',
  'sen',
  'burg',
  'dam',
  'hof',
  'huizen',
  'kamp',
  'laar',
  'meer',
  'oord',
  'stra',
  'veld',
  'wijk',
  'zicht',
  'horst',
  'broek',
  'poort',
  'steyn',
  'hagen',
  'rijk',
  'wold',
  'donk',
  'ling',
  'mans',
  'sma',
  'dijk',
  'berg',
  'kerke',
  'vliet',
  'haven',
];
const PLACES = [
  'Rotterdam',
  'Capelle',
  'Schiedam',
  'Utrecht',
  'Zeist',
  'Maassluis',
  'Spijkenisse',
  'Barendrecht',
  'Houten',
  'Vianen',
];
const FORMS = ['B.V.', 'VOF', '', '', 'Groep', '& Zn.', '& Dochters'];

/** A generator of numbers 0 to 1 that gives the same ones again for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The name of the `n`th invented employer; two may bear one name only after some hundred thousand. */
export function nameOf(next: () => number): string {
  const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const family = `${next() < 0.3 ? of(['van der ', 'van ', 'de ', "van 't "]) : ''}${of(BEGINNINGS)}${of(BEGINNINGS).toLowerCase()}${of(ENDINGS)}`;
  return [of(TRADES), family, next() < 0.3 ? of(PLACES) : '', of(FORMS)].filter(Boolean).join(' ');
}

/** The name with one typing error in one of its words: a letter gone, double, another, or two the other way round. */
export function mistyped(name: string, next: () => number): string {
  const words = name.split(' ');
  const long = words.map((word, n) => ({ word, n })).filter(({ word }) => /^[A-Za-z]{4,}$/.test(word));
  const { word, n } = long[Math.floor(next() * long.length)]!;
  const at = 1 + Math.floor(next() * (word.length - 2));
  const errors = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    word.slice(0, at) + 'abcdefghijklmnoprstuvwz'[Math.floor(next() * 23)] + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  words[n] = errors[Math.floor(next() * errors.length)]!;
  return words.join(' ');
}
