import { setFlagsFromString } from 'node:v8'

/**
 * Lets everything be made where what is short-lived is collected. V8 would else learn from the first evaluations of a
 * programme, which live for a while, to make such findings among what lasts, and there they keep each other alive:
 * evaluating many programmes then took a fifth more work, all of it the collector's.
 */
export function keepFindingsShortLived(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}
