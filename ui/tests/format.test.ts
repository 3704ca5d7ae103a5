import { describe, expect, it } from 'vitest'
import {
  amid,
  count,
  initials,
  isoDay,
  moment,
  money,
  shortHead,
  shortName,
  span,
  timer,
} from '../src/lib/format'
import { fileName } from '../src/lib/files'

const MINUTE = 60_000

describe('how things are written', () => {
  const at = new Date('2026-11-16T23:18:27Z')

  it('writes a moment in the zone of the workspace', () => {
    expect(moment(at, 'UTC')).toBe('Mon 16 Nov 2026, 23:18:27')
    expect(moment(at, 'Europe/Berlin')).toBe('Tue 17 Nov 2026, 00:18:27')
    expect(isoDay(at, 'Europe/Berlin')).toBe('2026-11-17')
  })

  it('writes an amount as stated, behind its currency', () => {
    expect(money('12000.50', 'EUR')).toBe('EUR\u00a012,000.50')
    expect(money('-83000', 'USD')).toBe('USD\u00a0−83,000')
  })

  it.each([
    ['Not measured lately', 'not measured lately'],
    ['Below baseline: W45 2.9 %', 'below baseline: W45 2.9 %'],
    ['W46 missing', 'W46 missing'],
  ])('writes “%s” amid other words as “%s”', (words, expected) => {
    expect(amid(words)).toBe(expected)
  })

  it('cuts every month to three letters', () => {
    expect(moment(new Date('2026-09-01T12:00:00Z'), 'UTC')).toBe('Tue 1 Sep 2026, 12:00:00')
  })

  it.each([
    [0, '0:00'],
    [192, '3:12'],
    [3600, '60:00'],
    [-5, '0:00'],
  ])('%d seconds as %s', (seconds, words) => expect(timer(seconds)).toBe(words))

  it.each([
    [19 * MINUTE, '19 min'],
    [294 * MINUTE, '4 h 54 m'],
    [-65 * MINUTE, '1 h 05 m'],
    [3 * 1440 * MINUTE, '3 days'],
  ])('%d ms as %s', (left, words) => expect(span(left)).toBe(words))

  it.each([
    ['Maren Okafor', 'MO'],
    ['Ilse van der Berg', 'IB'],
    ['潜在客户', '潜'],
    ['👩‍💻 Ada', '👩A'],
    ['', ''],
  ])('%s as the initials %s', (name, letters) => expect(initials(name)).toBe(letters))

  it.each([
    ['Felix Adeyemi', 'F. Adeyemi'],
    ['Cher', 'Cher'],
    ['مارن أوكافور', 'مارن أوكافور'],
  ])('%s in a dense table as %s', (name, short) => expect(shortName(name)).toBe(short))

  it('gives a root as two groups of four and a count its noun', () => {
    expect(shortHead('51be0c93a7d1')).toBe('51be 0c93')
    expect(count(1, 'row')).toBe('1 row')
    expect(count(2318, 'row')).toBe('2,318 rows')
  })

  it.each([
    ['Acme & Co. KG', 'acme-co-kg.countersign'],
    ['../../etc', 'etc.countersign'],
    ['🚀', 'countersign.countersign'],
    ['北极星', '北极星.countersign'],
  ])('suggests for %s the file %s', (name, file) => {
    expect(fileName(name, 'countersign')).toBe(file)
  })
})
