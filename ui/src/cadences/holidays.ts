import type { HolidayRow } from '../lib/bindings'

/** Holidays as lines a person types or pastes: the day, then its name. */
export function readHolidays(lines: string): { holidays: HolidayRow[]; fault?: string } {
  const holidays: HolidayRow[] = []
  for (const [index, line] of lines.split('\n').entries()) {
    const words = line.trim()
    if (!words) continue
    const found = /^"?(\d{4}-\d{2}-\d{2})"?[\s,;]+(.+)$/.exec(words)
    const [, date, name] = found ?? []
    if (!date || !name)
      return { holidays, fault: `Line ${index + 1} is not a day and a name: “${words}”.` }
    holidays.push({ date, name: name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"') })
  }
  return { holidays }
}

export function writeHolidays(holidays: readonly HolidayRow[]): string {
  return holidays.map(({ date, name }) => `${date} ${name}`).join('\n')
}
