import type { Operation } from './sdk-model.ts';

/** The path template as it is sent: what stands behind a `#` only tells operations of one path apart. */
export function sentPath({ path }: Pick<Operation, 'path'>): string {
  return path.replace(/#.*/, '');
}

/** `/tasks/{}`: what a parameter is called says nothing about the place. */
export function shapeOfPath(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}
