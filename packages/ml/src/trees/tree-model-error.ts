/**
 * Why a tree model could not be trained, read or asked.
 *
 * - `BAD_DATASET`: no row or feature, columns of different lengths, a target or weight that is no finite number, a
 *   category code that is too high.
 * - `BAD_OPTIONS`: a hyperparameter out of its range, or a constraint on a feature that is not there.
 * - `BAD_ROW`: a row or table with another number of features than the model's.
 * - `CANCELLED`: `isCancelled` answered true.
 * - `NOT_A_MODEL`, `TRUNCATED`, `CORRUPT`, `UNSUPPORTED_VERSION`: what is wrong with a serialised model.
 * - `UNSUPPORTED_MODEL`: a model of another library that uses what this evaluator does not have.
 */
export type TreeModelErrorCode =
  | 'BAD_DATASET'
  | 'BAD_OPTIONS'
  | 'BAD_ROW'
  | 'CANCELLED'
  | 'NOT_A_MODEL'
  | 'TRUNCATED'
  | 'CORRUPT'
  | 'UNSUPPORTED_VERSION'
  | 'UNSUPPORTED_MODEL';

export class TreeModelError extends Error {
  readonly code: TreeModelErrorCode;

  constructor(code: TreeModelErrorCode, message: string) {
    super(message);
    this.name = 'TreeModelError';
    this.code = code;
  }
}
