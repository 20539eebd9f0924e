import { deflateSync, inflateSync } from 'node:zlib'
import { replaceOne } from './mutate-xml.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { nastyWords } from './nasty-words.ts'
import type { Chance } from './seeded-chance.ts'

/** The objects of a PDF, each as its text (latin1) with the stream in it, and the trailer's. */
interface Opened {
  objects: Map<number, string>
  trailer: string
}

const NUMBERS = ['-1', '0', '0.0000001', '65536', '2147483648', '999999999999', '1e308', '-99999.5', 'null', '/Name', '[]', '<<>>']

type Mutate = (pdf: Opened, chance: Chance) => void

const WAYS: Mutate[] = [
  number,
  number,
  number,
  reference,
  reference,
  stream,
  stream,
  stream,
  // Loops: of pages, of the tree of tags, of anything.
  (pdf, chance) =>
    change(pdf, chance, /\/Type \/Pages/, (object, id) =>
      object.replace(/\/Kids \[[^\]]*\]/, `/Kids [${`${id} 0 R `.repeat(1 + chance.below(50))}]`),
    ),
  (pdf, chance) =>
    change(pdf, chance, /\/StructElem/, (object, id) =>
      object.replace(/\/K \[[^\]]*\]|\/K \S+/, `/K [${id} 0 R ${anyOf(pdf, chance)} 0 R]`),
    ),
  (pdf, chance) => change(pdf, chance, /\/StructElem/, (object) => object.replace(/\/P \d+ 0 R/, `/P ${anyOf(pdf, chance)} 0 R`)),
  (pdf, chance) =>
    change(pdf, chance, /\/StructElem/, (object) =>
      object.replace('>>', `/A << /O /Table /ColSpan ${chance.pick(NUMBERS)} /RowSpan 999999999 >> >>`),
    ),
  // Many pages, or one page many times.
  (pdf, chance) =>
    change(pdf, chance, /\/Type \/Pages/, (object) =>
      object
        .replace(/\/Kids \[([^\]]*)\]/, (_, kids: string) => `/Kids [${`${kids} `.repeat(20 + chance.below(5_000))}]`)
        .replace(/\/Count \d+/, '/Count 99999'),
    ),
  (pdf, chance) =>
    change(pdf, chance, /\/MediaBox/, (object) =>
      object.replace(/\/MediaBox \[[^\]]*\]/, `/MediaBox [${[0, 0, 0, 0].map(() => chance.pick(NUMBERS)).join(' ')}]`),
    ),
  (pdf, chance) =>
    change(pdf, chance, /\/Filter/, (object) =>
      object.replace(
        /\/Filter \/?\w+/,
        `/Filter ${chance.pick(['/ASCIIHexDecode', '/LZWDecode', '/DCTDecode', '/JBIG2Decode', '/Crypt', '[/FlateDecode /FlateDecode /FlateDecode]', '/RunLengthDecode'])}`,
      ),
    ),
  (pdf, chance) => change(pdf, chance, /\/Length/, (object) => object.replace(/\/Length \d+/, `/Length ${chance.pick(NUMBERS)}`)),
  (pdf, chance) =>
    change(pdf, chance, /\/Filter \/FlateDecode/, (object) =>
      object.replace('>>', '/DecodeParms << /Predictor 15 /Columns 999999999 >> >>'),
    ),
  (pdf, chance) => void pdf.objects.delete(anyOf(pdf, chance)),
  (pdf, chance) => void pdf.objects.set(anyOf(pdf, chance), pdf.objects.get(anyOf(pdf, chance))!),
  (pdf, chance) => void (pdf.trailer = pdf.trailer.replace(/\/Root \d+/, `/Root ${anyOf(pdf, chance)}`)),
  (pdf) => void (pdf.trailer = pdf.trailer.replace('>>', '/Encrypt << /Filter /Standard /V 4 /R 4 /P -1 /O (x) /U (y) >> >>')),
  (pdf, chance) => change(pdf, chance, /\/W \[/, (object) => object.replace('/W [', `/W [0 65535 ${chance.pick(NUMBERS)} `)),
  (pdf, chance) => change(pdf, chance, /./s, (object) => `${'<< /A '.repeat(2 + chance.below(3_000))}${object}`),
  (pdf, chance) =>
    change(pdf, chance, /\/Title|\/Alt|\/Lang/, (object) =>
      object.replace(/\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]+>/, `(${nastyWords(chance).replaceAll(/[()\\]/g, '')})`),
    ),
]

/** A PDF changed from inside, its places of objects told right again; or changed as bytes. */
export function mutatePdf(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance.below(5) === 0) return mutateBytes(bytes, chance)
  const pdf = openPdf(bytes)
  for (let times = 1 + chance.below(3); times > 0; times--) chance.pick(WAYS)(pdf, chance)
  return closed(pdf)
}

function openPdf(bytes: Uint8Array): Opened {
  const text = Buffer.from(bytes).toString('latin1')
  const found = text.matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)\sendobj(?=\s)/gs)
  return {
    objects: new Map([...found].map(([, id, object]) => [Number(id), object!])),
    trailer: /trailer\s*(<<.*>>)\s*startxref/s.exec(text)?.[1] ?? '<<>>',
  }
}

function closed({ objects, trailer }: Opened): Uint8Array {
  const pieces = ['%PDF-1.7\n']
  let length = pieces[0]!.length
  const places: string[] = ['0000000000 65535 f \n']
  for (let id = 1; id <= Math.max(...objects.keys()); id++) {
    const object = objects.get(id)
    places.push(object === undefined ? '0000000000 65535 f \n' : `${String(length).padStart(10, '0')} 00000 n \n`)
    if (object === undefined) continue
    pieces.push(`${id} 0 obj\n${object}\nendobj\n`)
    length += pieces.at(-1)!.length
  }
  pieces.push(`xref\n0 ${places.length}\n${places.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`)
  return Buffer.from(pieces.join(''), 'latin1')
}

const anyOf = ({ objects }: Opened, chance: Chance) => chance.pick([...objects.keys()])

function change(pdf: Opened, chance: Chance, which: RegExp, by: (object: string, id: number) => string): void {
  const fitting = [...pdf.objects].filter(([, object]) => which.test(headOf(object)))
  if (fitting.length === 0) return
  const [id, object] = chance.pick(fitting)
  pdf.objects.set(id, by(object, id))
}

const headOf = (object: string) => object.split(/stream\r?\n/, 1)[0]!

/** A number of an object's own words: a count, a length, a place, a width. */
function number(pdf: Opened, chance: Chance): void {
  change(pdf, chance, /\d/, (object) => {
    const head = headOf(object)
    return replaceOne(head, /(?<![\w.])-?\d+(?:\.\d+)?(?! 0 R)(?![\w.])/g, chance, () => chance.pick(NUMBERS)) + object.slice(head.length)
  })
}

function reference(pdf: Opened, chance: Chance): void {
  change(pdf, chance, / 0 R/, (object) =>
    replaceOne(object, /\d+ 0 R/g, chance, () => `${chance.pick([anyOf(pdf, chance), anyOf(pdf, chance), 0, 99_999])} 0 R`),
  )
}

const INSIDE: ((content: string, chance: Chance) => string)[] = [
  (content, chance) => replaceOne(content, /-?\d+(?:\.\d+)?/g, chance, () => chance.pick(NUMBERS)),
  (content, chance) => content.replaceAll(/-?\d+(?:\.\d+)? (?=Td|Tf|cm|Tm|re|l|m)/g, `${chance.pick(NUMBERS)} `),
  (content, chance) =>
    replaceOne(content, /^.*$/gm, chance, (line) => `${line}\n`.repeat(Math.min(50_000, Math.floor(20_000_000 / (line.length + 1))))),
  (content) => `${'q '.repeat(300_000)}${content}`,
  (content) => `${content}\n${'0 0 m 900 900 l S\n'.repeat(100_000)}`,
  (content) => `${content}\n${'0 0 5 5 re f\n'.repeat(100_000)}`,
  (content) => `${content}\n${'/Span << /MCID 1 >> BDC '.repeat(50_000)}`,
  (content) => `${content}\nBT ${'(x) Tj 0 0 Td '.repeat(100_000)} ET`,
  (content) => `${content}\nBT <${'00'.repeat(200_000)}> Tj ET`,
  (content) => `${content}\n1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0041> endbfrange`,
  (content, chance) => content.slice(0, chance.below(content.length + 1)),
  (content) => content + ' '.repeat(120_000_000),
  (content) => `${content}\nBI /W 99999 /H 99999 /BPC 8 /CS /RGB ID x EI`,
  (content) => `[${content.repeat(3)}`,
  (content) => `${content}\n/X0 Do /X1 Do /Im1 Do`,
]

/** A stream opened, changed inside and packed again. */
function stream(pdf: Opened, chance: Chance): void {
  change(pdf, chance, /\/Filter \/FlateDecode/, (object) => {
    const head = headOf(object)
    const packed = /stream\r?\n(.*)\r?\nendstream/s.exec(object)?.[1]
    if (packed === undefined) return object
    try {
      const inside = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
      const again = deflateSync(Buffer.from(chance.pick(INSIDE)(inside, chance), 'latin1'), { level: 1 }).toString('latin1')
      return `${head.replace(/\/Length \d+/, `/Length ${again.length}`)}stream\n${again}\nendstream`
    } catch {
      return object
    }
  })
}
