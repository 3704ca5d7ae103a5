import { expect, test } from 'vitest'
import { readHolidays, writeHolidays } from '../src/cadences/holidays'

test('holidays are read from typed lines and pasted tables alike', () => {
  const { holidays, fault } = readHolidays(
    '2026-12-25 Christmas Day\n\n2027-01-01,New Year\r\n"2027-05-01";"Tag der ""Arbeit"""\n2027-10-03\tUnity',
  )
  expect(fault).toBeUndefined()
  expect(holidays).toEqual([
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2027-01-01', name: 'New Year' },
    { date: '2027-05-01', name: 'Tag der "Arbeit"' },
    { date: '2027-10-03', name: 'Unity' },
  ])
  expect(readHolidays(writeHolidays(holidays)).holidays).toEqual(holidays)
})

test('a line that is no holiday is named', () => {
  expect(readHolidays('2026-12-25 Christmas\nBoxing Day').fault).toContain('Line 2')
})
