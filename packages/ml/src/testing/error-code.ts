import { TextModelError } from '../text/text-model-error.ts';
import { TreeModelError } from '../trees/tree-model-error.ts';

/** The code with which a model refuses `work`, or "none" when nothing is thrown. Other errors come through. */
export function errorCode(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof TextModelError || error instanceof TreeModelError) return error.code;
    throw error;
  }
  return 'none';
}
