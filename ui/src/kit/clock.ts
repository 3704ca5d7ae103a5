/** How a clock stands: it runs, is near its end, is past it, or stands still. */
export type ClockState = 'running' | 'near' | 'over' | 'paused'
