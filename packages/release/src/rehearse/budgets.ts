/** The most bytes that each tarball may have. Raise one together with what makes it larger. */
export const packedBudgets: Readonly<Record<string, number>> = {
  '@sdkwright/mock': 160_000,
  '@sdkwright/react-query': 50_000,
  '@sdkwright/runtime': 102_000,
  '@webwork-sdk/client': 60_000,
  '@webwork-sdk/mock': 75_000,
  '@webwork-sdk/react-query': 60_000,
  '@webwork-sdk/types': 95_000,
  sdkwright: 705_000,
};
