/** Grey lines in the place of a list that is on its way; `label` is what screen readers hear. */
export function LoadingRows({
  label,
  count = 4,
}: {
  readonly label: string;
  readonly count?: number;
}): React.ReactNode {
  return (
    <div role="status" className="loading-rows">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="loading-row" aria-hidden="true" />
      ))}
    </div>
  );
}
