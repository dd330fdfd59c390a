export { type IntentModel, type IntentOptions, trainIntents } from './intent-learner.js';
export { type SlotModel, type SlotOptions, trainSlots } from './slot-learner.js';
export { type PlacedToken, spansOf, tagsOf, tokenise } from './tokens.js';
export { keyedOrder, type LabelledUtterance } from './utterance.js';
