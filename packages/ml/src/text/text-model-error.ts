/**
 * Why a text model could not be trained, read or asked.
 *
 * - `BAD_LABELS`: the labels are no tree of up to three levels, or a key is there twice.
 * - `UNKNOWN_LABEL`: a label key that is not among the labels.
 * - `BAD_EXAMPLE`: an example with no label, too many labels, or a weight that is not a positive number up to a million.
 * - `NO_EXAMPLES`: nothing to learn from.
 * - `BAD_OPTIONS`: a hyperparameter out of its range.
 * - `CANCELLED`: `isCancelled` answered true.
 * - `WORSE_UPDATE`: an update would make the model worse on its check set than is allowed.
 * - `NOT_A_MODEL`, `TRUNCATED`, `CORRUPT`, `UNSUPPORTED_VERSION`: what is wrong with a serialised model.
 */
export type TextModelErrorCode =
  | 'BAD_LABELS'
  | 'UNKNOWN_LABEL'
  | 'BAD_EXAMPLE'
  | 'NO_EXAMPLES'
  | 'BAD_OPTIONS'
  | 'CANCELLED'
  | 'WORSE_UPDATE'
  | 'NOT_A_MODEL'
  | 'TRUNCATED'
  | 'CORRUPT'
  | 'UNSUPPORTED_VERSION';

export class TextModelError extends Error {
  readonly code: TextModelErrorCode;

  constructor(code: TextModelErrorCode, message: string) {
    super(message);
    this.name = 'TextModelError';
    this.code = code;
  }
}
