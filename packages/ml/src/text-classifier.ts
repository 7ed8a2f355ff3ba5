/** The text models of the package: train, predict, explain, store. Pure; usable in a worker thread and in a browser. */
export type { TextExample } from './text/head-data.ts';
export type { LabelKind, LabelNode } from './text/label-tree.ts';
export { explainText, type SpanContribution, type TextExplanation } from './text/explain-text.ts';
export { judgeTexts, type LabelVerdict, type TextVerdict } from './text/judge-texts.ts';
export type { LabelThresholds } from './text/choose-thresholds.ts';
export { predictTexts, type LabelScore, type TextPrediction } from './text/predict-texts.ts';
export { deserializeTextModel, serializeTextModel } from './text/text-model-format.ts';
export { TextModelError, type TextModelErrorCode } from './text/text-model-error.ts';
export type { TextModel } from './text/text-model.ts';
export type { TrainOptions } from './text/train-options.ts';
export { trainTextModel, type TextDataset, type TrainProgress } from './text/train-text-model.ts';
export { updateTextModel, type UpdateOptions, type UpdateResult } from './text/update-text-model.ts';
