import { answerPairs } from './answers.ts';
import { apiPairs } from './api.ts';
import { inputStructurePairs } from './input-structures.ts';
import { inputValuePairs } from './input-values.ts';
import { inputPairs } from './inputs.ts';
import { movedInputPairs } from './moved-inputs.ts';
import { operationPairs } from './operations.ts';
import type { Pair } from './pair.ts';
import { promisePairs } from './promises.ts';
import { resultPairs } from './results.ts';
import { schemaPairs } from './schemas.ts';
import { serverPairs } from './servers.ts';
import { statusPairs } from './statuses.ts';

/** Every pair; all rules are in there. */
export const allPairs: readonly Pair[] = [
  ...operationPairs,
  ...inputPairs,
  ...movedInputPairs,
  ...inputValuePairs,
  ...inputStructurePairs,
  ...answerPairs,
  ...resultPairs,
  ...statusPairs,
  ...promisePairs,
  ...schemaPairs,
  ...apiPairs,
  ...serverPairs,
];
