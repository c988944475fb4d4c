import { useEffect, useRef } from 'react';

interface LoadMoreProps {
  readonly label: string;
  readonly isLoading: boolean;
  readonly onLoad: () => void;
  /** Load as soon as the button comes near the screen. */
  readonly onSight?: boolean;
}

/** Asks for the next page. It is a button, so that the keyboard reaches what scrolling does. */
export function LoadMore({ label, isLoading, onLoad, onSight = false }: LoadMoreProps): React.ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!onSight || isLoading || button.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onLoad();
      },
      { rootMargin: '240px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [onSight, isLoading, onLoad]);
  return (
    <button
      ref={button}
      type="button"
      className="button load-more"
      aria-disabled={isLoading}
      onClick={onLoad}
    >
      {isLoading ? 'Loading…' : label}
    </button>
  );
}
