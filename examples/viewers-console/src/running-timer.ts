import type { Contract } from '@webwork-sdk/client';

/** A timer that this page started. The API has no operation that tells which timers run. */
export interface RunningTimer {
  readonly contract: Contract;
  /** Milliseconds since 1970 by the clock of this machine, so that a server's clock cannot make it negative. */
  readonly since: number;
}
