import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { choices, day, email, file, optionalDay, optionalText, several, text, ticked } from './fields.ts'
import { filledForm, idOf, nested, readForm } from './form.ts'

test('a name with dots is nested, and numbers make a list without holes', () => {
  deepEqual(nested({ 'grades.2.label': 'Late', 'grades.0.label': 'Done', name: 'Progress' }), {
    grades: [{ label: 'Done' }, { label: 'Late' }],
    name: 'Progress',
  })
})

test('a name that reaches for an object’s own workings, or far down a list, is dropped', () => {
  deepEqual(nested({ '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes', 'list.999999999.x': 'y', _key: 'k' }), {})
  equal(({} as { polluted?: string }).polluted, undefined)
})

test('what was typed is kept word for word, faults stand at their fields, and hidden fields are not shown again', () => {
  const read = readForm(z.object({ name: text('Enter a name'), note: optionalText() }), {
    name: '   ',
    note: ' <b>two\r\nlines</b> ',
    _token: 'secret',
    _key: 'k',
  })
  equal(read.ok, false)
  deepEqual(read.form, { values: { name: '   ', note: ' <b>two\r\nlines</b> ' }, faults: [{ field: 'name', message: 'Enter a name' }] })
})

test('a day is read with its month in figures or words, and each fault of it is said', () => {
  const schema = z.object({ met: day('Enter the day', 'The day') })
  const faultOf = (parts: [string, string, string]) => {
    const read = readForm(schema, { 'met.day': parts[0], 'met.month': parts[1], 'met.year': parts[2] })
    return read.ok ? read.values.met : read.form.faults[0]
  }
  equal(faultOf(['31', '3', '2027']), '2027-03-31')
  equal(faultOf(['1', 'September', '2027']), '2027-09-01')
  deepEqual(faultOf(['', '', '']), { field: 'met', message: 'Enter the day' })
  deepEqual(faultOf(['1', '', '']), { field: 'met', message: 'The day must include a month and a year' })
  deepEqual(faultOf(['30', '2', '2027']), { field: 'met', message: 'The day must be a real date, for example 31 3 2027' })
  deepEqual(faultOf(['1', '1', '27']), { field: 'met', message: 'The day must be a real date, for example 31 3 2027' })
})

test('what may be left blank is null, not a fault', () => {
  const read = readForm(z.object({ on: optionalDay(), ticked: ticked(), many: choices(['a', 'b']) }), {
    'on.day': '',
    'on.month': '',
    'on.year': '',
  })
  deepEqual(read.ok && read.values, { on: null, ticked: false, many: [] })
})

test('one ticked box and several are both a list, and what is not offered is refused', () => {
  const schema = z.object({ many: choices(['a', 'b']) })
  deepEqual(
    [readForm(schema, { many: 'a' }), readForm(schema, { many: ['a', 'b'] })].map((read) => read.ok && read.values.many),
    [['a'], ['a', 'b']],
  )
  equal(readForm(schema, { many: 'c' }).ok, false)
})

test('what is sent several times under one name is a list, in groups too, blanks left out; words are said where something must be there', () => {
  const schema = z.object({ item: several(z.string().max(3), 'Tick at least one line.') })
  const read = (sent: Record<string, string | string[]>) => {
    const form = readForm(schema, sent)
    return form.ok ? form.values.item : form.form.faults.map(({ message }) => message)
  }
  deepEqual(read({ item: 'a' }), ['a'])
  deepEqual(read({ item: ['a', '', 'b'] }), ['a', 'b'])
  deepEqual(read({ 'item.0': ['a', 'b'], 'item.1': 'c' }), ['a', 'b', 'c'])
  deepEqual(read({}), ['Tick at least one line.'])
  deepEqual(read({ item: '' }), ['Tick at least one line.'])
  deepEqual(read({ item: Array.from({ length: 5_001 }, () => 'a') }), ['Send at most 5,000 at once.'])
  const none = readForm(z.object({ item: several(z.string()) }), {})
  deepEqual(none.ok && none.values.item, [])
})

test('an e-mail address is made small, and a form of words is not one', () => {
  const read = (typed: string) => readForm(z.object({ email: email() }), { email: typed })
  const good = read(' Ann.Lee@Wexcombe.Example ')
  deepEqual(good.ok && good.values.email, 'ann.lee@wexcombe.example')
  for (const wrong of ['ann', 'ann@', '@x', 'a b@c.d', 'a@b@c', 'a@b..c']) equal(read(wrong).ok, false, wrong)
})

test('a file that was not chosen comes as an empty one, and is missing', () => {
  const schema = z.object({ paper: file('Choose a file') })
  equal(readForm(schema, { paper: { name: '', type: '', bytes: Buffer.alloc(0) } }).ok, false)
  equal(readForm(schema, { paper: 'words' }).ok, false)
  equal(readForm(schema, { paper: { name: 'a.docx', type: '', bytes: Buffer.from('x') } }).ok, true)
})

test('a form opens with what is known, under the names that its fields have', () => {
  deepEqual(filledForm({ name: 'x', none: null, tags: ['a', 'b'], grades: [{ code: '1' }], on: true }).values, {
    name: 'x',
    tags: ['a', 'b'],
    'grades.0.code': '1',
    on: 'true',
  })
  equal(idOf('grades.0.label'), 'grades-0-label')
})
