import { AttentionWord, ModelWord, PersonWord } from '../../components/verdict.tsx';

/** The coloured words of the sentences about models, for `Trans`. */
export const sentenceWords = { model: <ModelWord />, need: <AttentionWord />, people: <PersonWord /> };
