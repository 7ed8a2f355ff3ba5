import type { PostProcessorModule } from 'i18next';

const isOn = new URLSearchParams(location.search).has('pseudo');

/** With `?pseudo` in the address, every translated text stands in brackets: what has none was never translated. */
export const pseudoLocale: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (value: string) => (isOn ? `⟦${value}⟧` : value),
};
