import type { SonarFact } from './facts.js';

/**
 * Facts from a file: profiles of VUM, one JSON a line or one list; or postcode areas as CSV, with columns `pc4`, `lat`, `lon`
 * named in its first line.
 * @throws Error telling the line that is neither
 */
export function factsFrom(text: string): SonarFact[] {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content.startsWith('[')) return (JSON.parse(content) as unknown[]).map(profile);
  const lines = content.split(/\r?\n/).filter((line) => line.trim());
  if (!content.startsWith('{')) return places(lines);
  return lines.map((line, at) => {
    try {
      return profile(JSON.parse(line) as unknown);
    } catch {
      throw new Error(`regel ${at + 1} is geen JSON`);
    }
  });
}

/** Checked when it is told. */
const profile = (werkzoekende: unknown): SonarFact => ({ kind: 'profile', werkzoekende }) as SonarFact;

function places([head = '', ...lines]: string[]): SonarFact[] {
  const columns = head.split(',').map((name) => name.trim());
  const [pc4, lat, lon] = ['pc4', 'lat', 'lon'].map((name) => columns.indexOf(name)) as [number, number, number];
  if (Math.min(pc4, lat, lon) < 0) throw new Error('regel 1 noemt geen pc4, lat en lon');
  return lines.map((line) => {
    // From the end: the name of a place may hold a comma.
    const cells = line.split(',');
    const cell = (column: number) => (column === 0 ? cells[0] : cells[cells.length - columns.length + column])!;
    return { kind: 'place', pc4: cell(pc4), latitude: Number(cell(lat)), longitude: Number(cell(lon)) };
  });
}
