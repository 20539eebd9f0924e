import { nastyWords } from './nasty-words.ts'
import type { Chance } from './seeded-chance.ts'

const NUMBERS = ['', '-1', '0', '1', '65536', '999999999', '2147483648', '99999999999999999999', '1e308', 'NaN', 'true', '0x10']
const ADDRESSES = ['XFD1048576', 'A0', 'A1:XFD1048576', 'XFD1:A1', 'ZZZZZZ99999999', '1A', '$', 'A1 A2 A3:C9']
const PLACES = ['../../../../etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1:9/x', 'word/document.xml', '/', '']

/** Attributes that say how large, how often or where: `name` of the attribute, and the values worth trying. */
const ATTRIBUTES: [RegExp, readonly string[]][] = [
  [/\bw:val="[^"]*"/g, NUMBERS],
  [/\bw:(?:w|ilvl|type|id)="[^"]*"/g, NUMBERS],
  [/\b(?:r|ref|sqref|topLeftCell|activeCell)="[A-Z]+\d[^"]*"/g, ADDRESSES],
  [
    /\b(?:r|s|t|min|max|spans|count|uniqueCount|numFmtId|fillId|xfId|sheetId|width|ht|outlineLevel)="[^"]*"/g,
    [...NUMBERS, 's', 'inlineStr', 'd', 'e'],
  ],
  [/\btable:number-(?:columns|rows)-(?:repeated|spanned)="[^"]*"/g, NUMBERS],
  [/\b(?:r:id|Id|Target|xlink:href|PartName|ContentType)="[^"]*"/g, PLACES],
  [/\b[a-zA-Z:]+="[^"]*"/g, [...NUMBERS, ...ADDRESSES, ...PLACES]],
]

/** What an element may be given that says how far it reaches, or what it is: set in at the beginning of an element of that name. */
const SET_IN: [RegExp, readonly string[]][] = [
  [
    /<w:tc>/g,
    [
      '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>',
      '<w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr>',
      '<w:tc><w:tcPr><w:gridSpan w:val="60"/></w:tcPr>',
      '<w:tc><w:tcPr><w:vMerge/></w:tcPr>',
      '<w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    ],
  ],
  [/<w:tr\b[^>]*>/g, ['<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>', '<w:tr><w:tr>']],
  [
    /<w:p\b[^>]*>/g,
    [
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="999999999"/></w:numPr></w:pPr>',
      '<w:p><w:pPr><w:pStyle w:val="__proto__"/></w:pPr>',
      '<w:p><w:ins>',
    ],
  ],
  [/<v>[^<]*<\/v>/g, ['<v>99999999</v>', '<v>-1</v>', '<v></v>', '<v>1e400</v>', '<v>2958466</v>', '<v>NaN</v>']],
  [/<row\b[^>]*>/g, ['<row r="1048576">', '<row r="999999999999">', '<row r="-1">', '<row>']],
  [/<c\b[^>]*>/g, ['<c r="XFD1048576" t="s">', '<c r="XFD1" t="inlineStr">', '<c t="s">', '<c r="ZZZZZZZ9" t="zz">']],
  [
    /<\/sheetData>/g,
    [
      '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      '</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
    ],
  ],
  [
    /<table:table-cell\b/g,
    [
      '<table:table-cell table:number-columns-repeated="16384"',
      '<table:table-cell table:number-rows-spanned="1048576"',
      '<table:covered-table-cell',
    ],
  ],
  [
    /<table:table-row\b/g,
    ['<table:table-row table:number-rows-repeated="1048576"', '<table:table-row table:number-rows-repeated="999999999"'],
  ],
]

type Mutate = (xml: string, chance: Chance) => string

const WAYS: Mutate[] = [
  (xml, chance) => {
    const [name, values] = chance.pick(ATTRIBUTES)
    return replaceOne(xml, name, chance, (found) => `${found.slice(0, found.indexOf('=') + 1)}"${chance.pick(values)}"`)
  },
  (xml, chance) => {
    const [name, values] = chance.pick(ATTRIBUTES)
    const value = chance.pick(values)
    return xml.replaceAll(name, (found) => `${found.slice(0, found.indexOf('=') + 1)}"${value}"`)
  },
  setIn,
  setIn,
  (xml, chance) => replaceOne(xml, /\b[a-zA-Z:]+="[^"]*"/g, chance, (found) => `${found.slice(0, -1)}${'a'.repeat(3_000_000)}"`),
  (xml, chance) => replaceOne(xml, />[^<]+</g, chance, () => `>${escaped(nastyWords(chance))}<`),
  (xml, chance) => replaceOne(xml, />[^<]+</g, chance, () => `>${escaped(nastyWords(chance))}<`),
  (xml, chance) => {
    const words = escaped(nastyWords(chance)).slice(0, 500)
    return xml.replaceAll(/>[^<]+</g, `>${words}<`)
  },
  (xml, chance) => replaceOne(xml, /<[^!?/][^>]*[^/]>/g, chance, (found) => found.repeat(10 + chance.below(5_000))),
  (xml, chance) => replaceOne(xml, /<[^!?/][^>]*>/g, chance, (found) => found.repeat(2)),
  (xml, chance) => replaceOne(xml, /<\/[^>]+>/g, chance, () => ''),
  (xml, chance) => replaceOne(xml, /<\/[^>]+>/g, chance, () => '</x>'),
  (xml, chance) =>
    replaceOne(xml, /<(w:tr|w:tc|w:p|row|c|si|table:table-row|text:p)\b[^>]*>.*?<\/\1>/gs, chance, (found) =>
      found.repeat(cap(found, 2 + chance.below(3_000))),
    ),
  (xml, chance) => replaceOne(xml, /<(w:tr|w:tc|w:p|row|c|si|table:table-row|text:p)\b[^>]*>.*?<\/\1>/gs, chance, () => ''),
  (xml, chance) => {
    const levels = 3 + chance.below(400)
    return replaceOne(
      xml,
      /<w:p\b[^>]*>|<text:p\b[^>]*>|<si>/g,
      chance,
      (found) => `${'<w:tbl><w:tr><w:tc>'.repeat(levels)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(levels)}${found}`,
    )
  },
  (xml, chance) =>
    afterDeclaration(
      xml,
      `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}">${chance.pick(['<!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'])}]>`,
    ).replace(/>[^<]+</, '>&b;<'),
  (xml, chance) =>
    replaceOne(xml, />[^<]+</g, chance, () =>
      chance.pick(['>&b;<', '>&#0;<', '>&#x110000;<', '>&#55296;<', '><![CDATA[<', '>]]><', '><!--<', '>\u0000<']),
    ),
  (xml, chance) => xml.replace(/encoding="[^"]*"/i, `encoding="${chance.pick(['UTF-16', 'ISO-8859-1', 'x-none', ''])}"`),
  (xml, chance) => replaceOne(xml, /<\/?[a-zA-Z]+:?[a-zA-Z]*/g, chance, (found) => `${found}x`),
  (xml, chance) => {
    const names = [...new Set([...xml.matchAll(/<([a-zA-Z:]+)/g)].map(([, name]) => name!))]
    if (names.length === 0) return xml
    const [one, other] = [chance.pick(names), chance.pick(names)]
    return xml.replaceAll(new RegExp(`(</?)${one}\\b`, 'g'), `$1${other}`)
  },
  (xml, chance) => xml.slice(0, chance.below(xml.length)),
  () => '',
  () => '<?xml version="1.0"?><x/>',
]

/** One part's XML changed in one to three ways. */
export function mutateXml(xml: string, chance: Chance): string {
  let mutated = xml
  for (let times = 1 + chance.below(3); times > 0; times--)
    if (mutated.length > 0 && mutated.length < 20_000_000) mutated = chance.pick(WAYS)(mutated, chance)
  return mutated
}

function setIn(xml: string, chance: Chance): string {
  const fitting = SET_IN.filter(([place]) => xml.search(place) >= 0)
  if (fitting.length === 0) return xml
  const [place, values] = chance.pick(fitting)
  const value = chance.pick(values)
  return chance.below(4) === 0 ? xml.replaceAll(place, value) : replaceOne(xml, place, chance, () => value)
}

/** One of the places where it stands, by chance; as it was where it stands nowhere. */
export function replaceOne(text: string, place: RegExp, chance: Chance, by: (found: string) => string): string {
  const found = [...text.matchAll(place)]
  if (found.length === 0) return text
  const one = chance.pick(found)
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length)
}

const cap = (found: string, times: number) => Math.max(2, Math.min(times, Math.floor(20_000_000 / Math.max(1, found.length))))

const afterDeclaration = (xml: string, words: string) => (xml.startsWith('<?xml') ? xml.replace('?>', `?>${words}`) : words + xml)

/** XML takes no NUL; the words stay what they are otherwise. */
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u0000', '\ufffd')
