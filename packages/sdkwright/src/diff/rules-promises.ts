import type { Rule } from './change.ts';
import { bumps, nowhere } from './verdicts.ts';

export type PromiseKind =
  | 'notification-added'
  | 'notification-removed'
  | 'notification-changed'
  | 'response-header-added'
  | 'response-header-removed'
  | 'response-header-changed';

/** What is promised beside answers: requests that the API sends by itself, and headers. */
export const promiseRules: Readonly<Record<PromiseKind, Rule>> = {
  'notification-added': {
    title: 'A webhook or callback is new',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'none', 'none'),
    reason: '`Webhooks` or `Callbacks` has one more name.',
  },
  'notification-removed': {
    title: 'A webhook or callback is gone',
    direction: 'response',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('major', 'none', 'none'),
    reason: 'Receivers wait for what is no longer sent; those that name its type stop compiling.',
  },
  'notification-changed': {
    title: 'A webhook or callback has other headers or parameters, or wants another answer',
    direction: 'both',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('major', 'none', 'none'),
    reason: 'Receivers read it, and answer it. What changed of its body is told by itself.',
  },
  'response-header-added': {
    title: 'A header of an answer is documented now',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'minor', 'none'),
    reason: '`headers.get()` knows one more name.',
  },
  'response-header-removed': {
    title: 'A header of an answer is no longer documented',
    direction: 'response',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('major', 'major', 'none'),
    reason: '`headers.get()` may give null where it gave a value.',
  },
  'response-header-changed': {
    title: 'A header of an answer became optional or required, or has other values',
    direction: 'response',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('major', 'major', 'none'),
    reason: '`headers.get()` gives another type.',
  },
};
