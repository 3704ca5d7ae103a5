/** What a state looks like without its colour. */
export type Shape =
  | 'fine'
  | 'attention'
  | 'breach'
  | 'na'
  | 'now'
  | 'open'
  | 'paused'
  | 'waits'
  | 'stopped'
  | 'draft'
  | 'retired'
