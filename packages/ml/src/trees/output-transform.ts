import type { OutputTransform } from './tree-model.ts';

/** The prediction that a sum of leaves stands for. */
export function transformOutput(transform: OutputTransform, sum: number): number {
  switch (transform.kind) {
    case 'identity':
      return sum;
    case 'logistic':
      return 1 / (1 + Math.exp(-transform.slope * sum));
    case 'exponential':
      return Math.exp(sum);
    case 'signedSquare':
      return Math.sign(sum) * sum * sum;
    case 'softplus':
      return sum > 700 ? sum : Math.log1p(Math.exp(sum));
    case 'step':
      return sum > 0 ? 1 : 0;
  }
}
