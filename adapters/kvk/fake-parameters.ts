/** Every parameter of API Zoeken, how its value looks, and the code when it does not. */
const SHAPES: Record<string, [RegExp, string]> = {
  kvkNummer: [/^[0-9]{8}$/, 'IPD0004'],
  rsin: [/^[0-9]{9}$/, 'IPD0010'],
  vestigingsnummer: [/^[0-9]{12}$/, 'IPD0006'],
  naam: [/\S/, 'IPD1999'],
  straatnaam: [/\S/, 'IPD1999'],
  plaats: [/\S/, 'IPD1999'],
  postcode: [/^[0-9]{4}[a-zA-Z]{2}$/, 'IPD1999'],
  huisnummer: [/^[0-9]{1,5}$/, 'IPD1999'],
  huisletter: [/^[a-zA-Z]$/, 'IPD1999'],
  postbusnummer: [/^[0-9]{1,5}$/, 'IPD1999'],
  type: [/^(hoofdvestiging|nevenvestiging|rechtspersoon)$/, 'IPD5203'],
  inclusiefInactieveRegistraties: [/^(true|false)$/, 'IPD1999'],
  pagina: [/^([1-9][0-9]{0,2}|1000)$/, 'IPD1999'],
  resultatenPerPagina: [/^([1-9][0-9]?|100)$/, 'IPD1999'],
};
/** These narrow a search down and are none by themselves. */
const NO_SEARCH = ['type', 'inclusiefInactieveRegistraties', 'pagina', 'resultatenPerPagina'];

/** The code of the first thing wrong with the parameters of a search; null when they are in order. */
export function wrongParameter(query: URLSearchParams): string | null {
  for (const [name, value] of query) {
    const shape = SHAPES[name];
    if (!shape) return 'IPD1999';
    if (!shape[0].test(value)) return shape[1];
  }
  const numbered = query.has('huisnummer') || query.has('postbusnummer');
  if (numbered !== query.has('postcode') || (query.has('huisletter') && !query.has('huisnummer'))) return 'IPD1999';
  return [...query.keys()].every((name) => NO_SEARCH.includes(name)) ? 'IPD1998' : null;
}
