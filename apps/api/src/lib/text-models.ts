import { deserializeTextModel, TextModelError, type TextModel } from '@jeoul/ml/text-classifier';

/** A stored model; null when it can't be read, as one in the format of another version of Jeoul. */
export function readTextModel(bytes: Uint8Array): TextModel | null {
  try {
    return deserializeTextModel(bytes);
  } catch (error) {
    if (error instanceof TextModelError) return null;
    throw error;
  }
}
