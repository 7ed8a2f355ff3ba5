/** A label the model holds possible is never at nought. */
export function percentText(probability: number, percent: (fraction: number) => string): string {
  return probability < 0.005 ? `< ${percent(0.01)}` : percent(probability);
}
