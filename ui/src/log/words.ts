/** `review.item-answered` or `item.answered` as people read it: `Item answered`. */
export function eventWords(event: string): string {
  const words = event.replace(/[._-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
