/** KvK's error: a status, and `fout` in the body. */
export interface FakeErrorAnswer {
  status: number;
  fout: [{ code: string; omschrijving: string }];
}

/** Status and sentence by code. IPD0005, IPD0006 and IPD5200 as recorded; the others in our own words. `#` is the number. */
const ERRORS: Record<string, [number, string]> = {
  IPD0001: [404, 'Er zijn geen gegevens bij het nummer #.'],
  IPD0004: [400, 'Het KVK-nummer # is niet valide.'],
  IPD0005: [404, 'Op basis van het KVK-nummer # kan het product niet worden geleverd.'],
  IPD0006: [400, 'Het vestigingsnummer # is niet valide.'],
  IPD0007: [404, 'Op basis van het vestigingsnummer # kan het product niet worden geleverd.'],
  IPD0010: [400, 'Het RSIN is niet valide.'],
  IPD1002: [404, 'De gegevens bij het nummer # zijn nog in behandeling.'],
  IPD1003: [404, 'De gegevens bij het nummer # zijn tijdelijk niet te leveren. Probeer het over 5 minuten opnieuw.'],
  IPD1998: [400, 'De invoer is niet valide.'],
  IPD1999: [400, 'Een opgegeven parameter is niet valide.'],
  IPD5200: [404, 'Er zijn geen gegevens gevonden die voldoen aan de opgegeven zoekparameters.'],
  IPD5203: [400, 'Het opgegeven type is niet valide.'],
  IPD9999: [500, 'Er is een technische fout opgetreden.'],
  401: [401, 'De apikey ontbreekt of is onjuist.'],
  404: [404, 'De opgevraagde dienst bestaat niet.'],
  405: [405, 'Alleen GET wordt ondersteund.'],
  406: [406, 'De gevraagde Accept wordt niet ondersteund.'],
};

export function fakeError(code: string, number = '', message?: string): FakeErrorAnswer {
  const [status, sentence] = Object.hasOwn(ERRORS, code) ? ERRORS[code]! : [404, `Fout ${code}.`];
  return { status, fout: [{ code, omschrijving: message ?? sentence.replace('#', number) }] };
}

export const isError = (answer: object): answer is FakeErrorAnswer => 'fout' in answer;
