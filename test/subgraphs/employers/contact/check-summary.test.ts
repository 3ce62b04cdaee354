import { describe, expect, test } from '@jest/globals';
import { summaryTemplate } from '../../../../subgraphs/employers/contact/summary-templates.js';
import { checkSummary } from '../../../../subgraphs/employers/contact/check-summary.js';

const GOOD = 'Met de planner besproken welke ritten er bijkomen en wie daarvoor in beeld is.';

describe('R-081: a summary', () => {
  test.each([
    ['in own words is accepted', GOOD, null],
    ['of exactly 40 characters is accepted', 'x'.repeat(40), null],
    ['of 39 characters is too short', 'x'.repeat(39), 'SUMMARY_TOO_SHORT'],
    ['is measured without outer spaces', ` ${'x'.repeat(39)}   \n`, 'SUMMARY_TOO_SHORT'],
    ['that is empty is too short', '', 'SUMMARY_TOO_SHORT'],
    ['longer than a report is refused', 'x'.repeat(20_001), 'SUMMARY_TOO_LONG'],
    ['that begins with Van: is a mail', `Van: planning@bedrijf.example\nAan: wsp\n\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with Aan: is a mail', `Aan: iemand\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with Onderwerp: is a mail', `Onderwerp: ritten\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with Verzonden: is a mail', `  Verzonden: maandag\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with From: is a mail', `From: someone\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with Subject: is a mail', `subject : trips\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with a quoted header is a mail', `> Van: iemand\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with a forwarded message is a mail', `-----Oorspronkelijk bericht-----\n${GOOD}`, 'SUMMARY_IS_MAIL'],
    ['that begins with the word Van is no mail', `Van de planner gehoord: ${GOOD}`, null],
    [
      'that only refers to an attachment',
      'Zie bijlage: gespreksverslag-van-gelderen-2026.docx',
      'SUMMARY_IS_ATTACHMENT',
    ],
    ['that only refers to a mail', 'Zie de bijgevoegde mailwisseling.', 'SUMMARY_IS_ATTACHMENT'],
    ['that tells of a mail in passing is accepted', 'Tarief besproken dat ik in de mail had gezet.', null],
    ['that begins with its date is accepted', `Datum: 3 maart. ${GOOD}`, null],
    ['that is a template alone', summaryTemplate(3), 'SUMMARY_IS_TEMPLATE'],
    ['that hardly fills in a template', summaryTemplate(2).replaceAll(':', ': nvt'), 'SUMMARY_IS_TEMPLATE'],
    ['that fills in a template is accepted', `${summaryTemplate(3)} ${GOOD}`, null],
    ['that fills in a few headings is accepted', `Vacatures: twee chauffeurs.\nNazorg: ${GOOD}`, null],
    ['that also refers to an attachment is accepted', `${GOOD} Zie bijlage.`, null],
  ])('%s', (_, summary, code) => {
    expect(checkSummary(summary).map((e) => e.code)).toEqual(code ? [code] : []);
  });

  test('is refused with the field and the rule in plain Dutch', () => {
    expect(checkSummary('Gebeld.')).toEqual([
      {
        code: 'SUMMARY_TOO_SHORT',
        message: 'Het verslag (summary) heeft minstens 40 tekens.',
        path: ['input', 'summary'],
        requirement: 'R-081',
      },
    ]);
  });

  test.each(['-', 'x', ' .', 'zie de ', '> ', 'Nazorg:\n'])('of a million times %j is judged at once', (piece) => {
    const began = performance.now();
    for (const length of [20_000, 1_000_000]) checkSummary(`a${piece.repeat(length / piece.length)}a`);
    checkSummary(`${piece.repeat(10_000)}a`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('R-086: every type has a template of its own, and a type to come the general one', () => {
  const templates = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(summaryTemplate);
  expect(new Set(templates).size).toBe(11);
  expect(summaryTemplate(12)).toBe(
    'Behoefte op korte termijn:\nBehoefte op lange termijn:\nVacatures:\nTerugkoppeling over kandidaten:\nAfspraken en vervolg:',
  );
  for (const template of templates) expect(template).toMatch(/^(\p{Lu}[^:\n]+:\n?)+$/u);
});
