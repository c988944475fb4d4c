import { useSyncExternalStore } from 'react';

// As in styles/base.css.
const columns = window.matchMedia('(width > 64rem)');

function subscribe(onChange: () => void): () => void {
  columns.addEventListener('change', onChange);
  return () => columns.removeEventListener('change', onChange);
}

/**
 * Whether the page is wide enough for two columns. In one column a list that loads while it is scrolled would keep
 * what stands below it out of reach.
 */
export function usePageHasColumns(): boolean {
  return useSyncExternalStore(subscribe, () => columns.matches);
}
