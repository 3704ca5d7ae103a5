/** A column of a file, counted from 1, and the field it fills. */
interface Column {
  place: number
  field: string | null
}

/** What the columns fill once the one at `place` fills `field`: whichever had it is left out. */
export function filled(
  columns: readonly Column[],
  place: number,
  field: string,
): Record<string, string | null> {
  const fills = (column: Column) => {
    if (column.place === place) return field || null
    return column.field === field ? null : column.field
  }
  return Object.fromEntries(columns.map((column) => [`#${column.place}`, fills(column)]))
}
