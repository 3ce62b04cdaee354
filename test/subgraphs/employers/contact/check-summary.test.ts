import { describe, expect, test } from '@jest/globals';
import { summaryTemplate } from '../../../../subgraphs/employers/contact/check/summary-templates.js';
import { checkSummary } from '../../../../subgraphs/employers/contact/check/check-summary.js';

const GOOD = 'Met de planner besproken welke ritten er bijkomen en wie daarvoor in beeld is.';

const BODY = 'Kunt u ons laten weten wanneer de chauffeurs kunnen beginnen? Wij zien uw voorstel graag tegemoet.';

describe('R-081: a copied mail is refused as a summary', () => {
  test.each([
    ['with Dutch headers', `Van: planning@bedrijf.example\nAan: wsp\n\n${BODY}`],
    ['with Van and Onderwerp alone', `Van: Jan\nOnderwerp: ritten\n${BODY}`],
    [
      'with the headers of Outlook',
      `Van: Jan Pot <jan@bedrijf.example>\nVerzonden: dinsdag 3 maart 2026 10:12\nAan: Anouk\nOnderwerp: RE: ritten\n\n${BODY}`,
    ],
    [
      'with English headers',
      `From: Jan Pot <jan@bedrijf.example>\r\nSent: Tuesday, March 3, 2026\r\nTo: wsp\r\nSubject: FW: trips\r\n\r\n${BODY}`,
    ],
    ['with German headers', `Von: Jan\nGesendet: Dienstag\nAn: wsp\nBetreff: Fahrten\n${BODY}`],
    ['with spaces before and after', `\n\n  Van : Jan\n\u00a0Aan :\twsp\n${BODY}`],
    ['with an invisible first character', `\ufeffVan: Jan\n\u200bAan: wsp\n${BODY}`],
    ['quoted', `> Van: Jan\n> Onderwerp: ritten\n> ${BODY}`],
    ['with bold headers as plain text', `*Van:* Jan\n*Verzonden:* dinsdag\n*Onderwerp:* ritten\n${BODY}`],
    ['with each value on a line of its own', `Van:\nJan Pot\nVerzonden:\ndinsdag\nAan:\nAnouk\n${BODY}`],
    ['with its line breaks lost', `Van: Jan Pot Verzonden: dinsdag 3 maart Aan: Anouk Onderwerp: ritten ${BODY}`],
    ['with one header and an address', `Van: Jan Pot <jan@bedrijf.example>\n${BODY}`],
    [
      'as HTML of Outlook',
      `<div><p class="MsoNormal"><b><span style="font-size:11pt">Van:</span></b> Jan Pot &lt;jan@bedrijf.example&gt;<br><b>Verzonden:</b> dinsdag<br><b>Aan:</b>&nbsp;Anouk<br><b>Onderwerp:</b> ritten<o:p></o:p></p></div><p>${BODY}</p>`,
    ],
    ['as it lies on the server', `Return-Path: <jan@bedrijf.example>\nReceived: from mx\nMessage-ID: <1@x>\n\n${BODY}`],
    ['passed on by Gmail', `---------- Forwarded message ---------\n${BODY}`],
    ['passed on by Outlook', `-----Oorspronkelijk bericht-----\n${BODY}`],
    ['passed on by Apple', `Begin doorgestuurd bericht:\n\n${BODY}`],
    ['that is answered', `Op di 3 mrt 2026 om 10:12 schreef Jan Pot <jan@bedrijf.example>:\n\n> ${BODY}`],
    [
      'that is answered, over two lines',
      `On Tue, Mar 3, 2026 at 10:12 Jan Pot <jan@bedrijf.example\n> wrote:\n${BODY}`,
    ],
    ['under a few words', `Zie onderstaande mail van de planner.\n\nVan: Jan\nAan: wsp\n\n${BODY}`],
    ['without headers, as a letter', `Beste Anouk,\n\n${BODY}\n\nMet vriendelijke groet,\nJan Pot`],
    ['without headers, in English', `Dear Anouk,\n\n${BODY}\n\nKind regards,\nJan Pot`],
    ['that answers another', `Hoi Jan,\n${BODY}\nGroeten, Anouk\n\nVan: Jan\nAan: Anouk\n\n${BODY}`],
  ])('%s', (_, summary) => {
    expect(checkSummary(summary)).toMatchObject([
      { code: 'SUMMARY_IS_MAIL', path: ['input', 'summary'], requirement: 'R-081' },
    ]);
  });

  test.each([
    ['begins with Van:', `Van: planner gehoord dat er ritten bijkomen. ${GOOD}`],
    ['begins with Onderwerp:', `Onderwerp: proefplaatsing\n${GOOD}`],
    ['begins with its date and subject', `Datum: 3 maart\nOnderwerp: proefplaatsing\n${GOOD}`],
    ['quotes Van:', `${GOOD}\nIn het rooster staat "Van: 8.00 uur, tot: 17.00 uur".`],
    ['lists hours', `Rooster besproken:\nVan: 8.00 uur\nTot: 17.00 uur\nVan: 9.00 uur\n${GOOD}`],
    ['names an address', `Het cv gaat naar planning@bedrijf.example. ${GOOD}`],
    ['tells of a mail', `Op 3 maart om 10:12 schreef de planner ons:\nhij zoekt chauffeurs. ${GOOD}`],
    ['tells what was passed on', `Doorgestuurd bericht van de directie besproken. ${GOOD}`],
    ['begins with a greeting', `Hallo gezegd op de werkvloer, en ${GOOD}`],
    ['tells of the best', `Beste kandidaat, volgens de planner, is de bijrijder. ${GOOD}`],
    ['has a mail under it', `${GOOD}\n\nVan: Jan\nVerzonden: dinsdag\nOnderwerp: ritten\n\n${BODY}`],
    ['uses < and >', `Bij > 5 chauffeurs en < 10 bijrijders <b>vet</b> besproken. ${GOOD}`],
  ])('and not a report that %s', (_, summary) => {
    expect(checkSummary(summary)).toEqual([]);
  });
});

describe('R-081: a summary', () => {
  test.each([
    ['in own words is accepted', GOOD, null],
    ['of exactly 40 characters is accepted', 'x'.repeat(40), null],
    ['of 39 characters is too short', 'x'.repeat(39), 'SUMMARY_TOO_SHORT'],
    ['is measured without outer spaces', ` ${'x'.repeat(39)}   \n`, 'SUMMARY_TOO_SHORT'],
    ['that is empty is too short', '', 'SUMMARY_TOO_SHORT'],
    ['longer than a report is refused', 'x'.repeat(20_001), 'SUMMARY_TOO_LONG'],
    ['that begins with the word Van is no mail', `Van de planner gehoord: ${GOOD}`, null],
    [
      'that only refers to an attachment',
      'Zie bijlage: gespreksverslag-van-gelderen-2026.docx',
      'SUMMARY_IS_ATTACHMENT',
    ],
    ['that only says what is attached', 'Bijgevoegd het gespreksverslag van deze week.', 'SUMMARY_IS_ATTACHMENT'],
    ['that only says where it is', 'Het verslag van dit gesprek staat in de bijlage.', 'SUMMARY_IS_ATTACHMENT'],
    ['of HTML without words', `<p>${'<br>'.repeat(20)}Gebeld</p>`, 'SUMMARY_TOO_SHORT'],
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

  test.each([
    '-',
    'x',
    ' .',
    'zie de ',
    '> ',
    'Nazorg:\n',
    'Van:',
    'Van: x\n',
    'op ',
    'beste ',
    '<b ',
    '<style',
    'a@',
    'bijgevoegd ',
  ])('of a million times %j is judged at once', (piece) => {
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
