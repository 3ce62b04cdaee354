import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../adapters/soap-message.js';
import { escapeXml, readXml, valueOf, XmlError } from '../../adapters/soap-xml.js';
import { quickest } from '../quickest.js';

const bomb = `<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx">${Array.from({ length: 9 }, (_, i) => `<!ENTITY b${i} "${`&b${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]><a>&b8;</a>`;

describe('XML is refused before a tree is made of it', () => {
  test.each<[string, string]>([
    ['a bomb of entities', bomb],
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['an external DTD', '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>'],
    ['a DTD after the declaration', '<?xml version="1.0"?>\n<!DOCTYPE a><a/>'],
    ['an entity outside a DTD', '<a><!ENTITY e "x"></a>'],
    ['a processing instruction', '<a><?php echo 1 ?></a>'],
    ['a stylesheet', '<?xml version="1.0"?><?xml-stylesheet href="x"?><a/>'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
    ['UTF-16 by its name', '<?xml version="1.0" encoding="utf-16"?><a/>'],
    ['51 levels', `${'<a>'.repeat(51)}${'</a>'.repeat(51)}`],
    ['a million levels', '<a>'.repeat(1_000_000)],
    ['more than 20,000 elements', `<a>${'<b/>'.repeat(20_001)}</a>`],
    ['more than 50 attributes', `<a ${Array.from({ length: 51 }, (_, i) => `a${i}="x"`).join(' ')}/>`],
    ['nothing', ''],
    ['text', 'hallo'],
    ['a web page', '<html><body><p>Onderhoud<br></body></html>'],
    ['half of it', '<a><b>1</b><c'],
    ['an element that is not closed', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a comment that is not closed', '<a><!-- </a>'],
    ['a quote that is not closed', '<a b="></a>'],
  ])('%s', async (_what, xml) => {
    const refuse = async () => expect(() => readXml(xml)).toThrow(XmlError);
    expect(await quickest(1_000, refuse)).toBeLessThan(1_000);
  });

  test('and what it says never quotes it', () => {
    for (const xml of ['<a>999990019', '<a>&geheim;</a>', '<geheim>']) {
      try {
        readXml(xml);
        throw new Error('not refused');
      } catch (error) {
        expect(String(error)).not.toMatch(/geheim|999990019/);
      }
    }
  });
});

describe('XML is read', () => {
  test.each<[string, string, unknown]>([
    ['with a byte order mark and a declaration', '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<a>1</a>', '1'],
    ['with its five entities and characters by number', '<a>&lt;&amp;&gt;&quot;&apos;&#233;&#x20AC;</a>', '<&>"\'é€'],
    ['with CDATA', '<a><![CDATA[<b>]]></a>', '<b>'],
    ['with > in an attribute', '<a b="x>y"><c>1</c></a>', { c: ['1'] }],
    ['with elements that repeat, and some that are empty', '<a><b>1</b><c/><b>2</b></a>', { b: ['1', '2'], c: [''] }],
    ['with prefixes, which do not count', '<p:a xmlns:p="urn:p"><p:b> x </p:b></p:a>', { b: ['x'] }],
    ['50 levels deep', `${'<a>'.repeat(50)}1${'</a>'.repeat(50)}`, expect.anything()],
  ])('%s', (_what, xml, value) => expect(valueOf(readXml(xml).documentElement)).toEqual(value));

  test('without changing any other object, whatever it is called', () => {
    const hostile =
      '<a><__proto__ id="__proto__"><vervuild>1</vervuild></__proto__><constructor><prototype>2</prototype></constructor></a>';
    const value = valueOf(readXml(hostile).documentElement);
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).vervuild).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBeNull();
  });
});

describe('a SOAP message', () => {
  const E = 'http://schemas.xmlsoap.org/soap/envelope/';
  test.each<[string, string]>([
    ['of SOAP 1.2', '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><a/></e:Body></e:Envelope>'],
    ['that is another document', '<onverwacht/>'],
    ['without a Body', `<e:Envelope xmlns:e="${E}"><e:Header/></e:Envelope>`],
    ['with an empty Body', `<e:Envelope xmlns:e="${E}"><e:Body/></e:Envelope>`],
    ['with two Bodies', `<e:Envelope xmlns:e="${E}"><e:Body><a/></e:Body><e:Body><a/></e:Body></e:Envelope>`],
    ['with two elements in its Body', `<e:Envelope xmlns:e="${E}"><e:Body><a/><b/></e:Body></e:Envelope>`],
    ['with two Headers', `<e:Envelope xmlns:e="${E}"><e:Header/><e:Header/><e:Body><a/></e:Body></e:Envelope>`],
  ])('%s is none', (_what, xml) => expect(() => readMessage(xml)).toThrow(XmlError));
});

test('text is escaped for elements and attributes alike', () =>
  expect(escapeXml(`<a b="c">'&'</a>`)).toBe('&lt;a b=&quot;c&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;'));
