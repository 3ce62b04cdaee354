import { Severity, type RuleNotice } from '../../../payload.js';
import { ContactMedium } from '../contact-medium.js';

const STRATEGIC = 2;

/** What really took place, by its words, and the type that is for it. */
const USED: [type: number, what: string, ...words: RegExp[]][] = [
  [
    6,
    'een definitief IAA-advies',
    /(?<!\p{L})(iaa|inclusieve arbeidsanalyse|bedrijfsadvies)(?!\p{L})/iu,
    /definitie(f|ve)/iu,
  ],
  [5, 'IAA-expertise', /(?<!\p{L})(iaa|inclusieve arbeidsanalyse|bedrijfsadvies)(?!\p{L})/iu],
  [9, 'EURES-expertise', /(?<!\p{L})eures(?!\p{L})/iu],
  [8, 'een evenement', /(?<!\p{L})(banenmarkt|speed-?dat|evenement|meet ?(and|&|en) ?greet|ontmoeting met)/iu],
  [3, 'werving en selectie', /(?<!\p{L})(vacature|kandida|werving)/iu],
];
const DONE =
  /(?<!\p{L})(ingezet|opgeleverd|overhandigd|uitgevoerd|gestart|deelgenomen|nam(en)? deel|neemt deel|deed mee|deden mee|meegedaan|stond(en)?|georganiseerd|gehouden|verstrekt|voorgesteld|geworven|geplaatst|in behandeling genomen|aangenomen)(?!\p{L})/iu;
/** Talk of what may come is what type 2 is for. */
const MAYBE =
  /(?<!\p{L})(kan|kunnen|zou|zouden|mogelijk\p{L}*|wil|willen|verken\p{L}*|overwe\p{L}*|overwogen|eventueel|zal|zullen|gaat|gaan|worden|wordt|nog niet)(?!\p{L})/iu;

/** The type that is for what took place, when that was more than the talk that type 2 is for. Null: none. */
function usedIn(text: string, medium: ContactMedium): [number, string] | null {
  if (medium === ContactMedium.EVENT) return [8, 'een evenement'];
  for (const sentence of text.split(/[.!?;\n]+/)) {
    if (!DONE.test(sentence) || MAYBE.test(sentence)) continue;
    const used = USED.find(([, , ...words]) => words.every((word) => word.test(sentence)));
    if (used) return [used[0], used[1]];
  }
  return null;
}

/**
 * A notice when a strategic talk (type 2) reads like the real use of IAA, EURES, recruitment or an event, which has a
 * type of its own.
 */
export function specificTypeNotices(
  typeNumber: number,
  { subject, summary, medium }: { subject: string; summary: string; medium: ContactMedium },
): RuleNotice[] {
  const used = typeNumber === STRATEGIC ? usedIn(`${subject}\n${summary}`, medium) : null;
  if (!used) return [];
  return [
    {
      code: 'USE_SPECIFIC_TYPE',
      message: `Type 2 is voor gesprekken over mogelijke dienstverlening. Hier lijkt ${used[1]} echt te zijn ingezet: kies dan type ${used[0]}.`,
      requirement: 'R-078',
      severity: Severity.WARNING,
    },
  ];
}
