export { meaningOf } from './bundles.js';
export { createInflector, type Inflector, type InflectorInput, type WordKind } from './inflector.js';
export { decodePredictor } from './predict/decode.js';
export { encodePredictor, PREDICTOR_VERSION } from './predict/encode.js';
export type { TableCell } from './predict/lexicon.js';
export type { Prediction, Predictor } from './predict/predictor.js';
export { type TrainingOptions, trainPredictor } from './predict/train.js';
export { type FormAnalysis, ReverseTable } from './reverse.js';
export { trainingRows } from './training-table.js';
