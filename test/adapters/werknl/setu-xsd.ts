import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REFERENCE = fileURLToPath(new URL('../../../../shared/reference/werknl/', import.meta.url));

/** Why the official schemas cannot be asked; null when they can. */
export const missing: string | null = !existsSync(REFERENCE)
  ? '../shared/reference/werknl does not stand beside the project'
  : spawnSync('xmllint', ['--version']).error
    ? 'xmllint (libxml2-utils) is not installed'
    : null;

const hrXml = (content: string) =>
  `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://ns.hr-xml.org/2007-04-15">${content}</xsd:schema>`;

export interface SetuXsd {
  /** What xmllint has against each document, by the order given: null is nothing. */
  errors(schema: string, documents: readonly string[]): (string | null)[];
  remove(): void;
}

/**
 * The official XSDs, in a folder where the three files that they name and the stored set lacks are added: xml:lang of the
 * W3C, and the German and American additions, of which nothing is used.
 */
export function setuXsd(): SetuXsd {
  const home = mkdtempSync(join(tmpdir(), 'setu-'));
  for (const folder of ['W3C', 'set/SEP/DE', 'set/SEP/US', 'documents'])
    mkdirSync(join(home, folder), { recursive: true });
  symlinkSync(join(REFERENCE, 'CPO'), join(home, 'set/CPO'));
  for (const file of readdirSync(join(REFERENCE, 'SEP')).filter((name) => name.endsWith('.xsd')))
    symlinkSync(join(REFERENCE, 'SEP', file), join(home, 'set/SEP', file));
  writeFileSync(
    join(home, 'W3C/xml.xsd'),
    '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">' +
      '<xsd:attribute name="lang" type="xsd:language"/></xsd:schema>',
  );
  writeFileSync(
    join(home, 'set/SEP/DE/DELocalizations.xsd'),
    hrXml('<xsd:complexType name="DELocalizedPositionClassificationType"/>'),
  );
  writeFileSync(
    join(home, 'set/SEP/US/USLocalizations.xsd'),
    hrXml(
      '<xsd:complexType name="USLocalizedPositionClassificationType"/><xsd:complexType name="USPayTypeHoursType"/>',
    ),
  );
  return {
    errors(schema, documents) {
      const files = documents.map((document, at) => {
        const file = join(home, 'documents', `${at}.xml`);
        writeFileSync(file, document);
        return file;
      });
      const { stderr } = spawnSync(
        'xmllint',
        ['--nonet', '--noout', '--schema', join(home, 'set/SEP', schema), ...files],
        {
          encoding: 'utf8',
          maxBuffer: 50_000_000,
        },
      );
      const lines = stderr.split('\n');
      return files.map((file) => {
        if (lines.includes(`${file} validates`)) return null;
        return lines.filter((line) => line.startsWith(file)).join('\n') || stderr || 'no answer of xmllint';
      });
    },
    remove: () => rmSync(home, { recursive: true }),
  };
}
