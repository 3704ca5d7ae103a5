/** The quarter that runs and those before it, the latest first; `2026-Q4`, `2026-Q3`, … */
export function quartersBack(running: string, count: number): string[] {
  const read = /^(\d{4})-Q([1-4])$/.exec(running)
  if (!read) return []
  const place = Number(read[1]) * 4 + Number(read[2]) - 1
  return Array.from({ length: count }, (_, back) => {
    const at = place - back
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`
  })
}
