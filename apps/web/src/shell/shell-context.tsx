import { createContext, type ReactNode, use } from 'react';
import type { Feature } from './feature.ts';

const FeaturesContext = createContext<readonly Feature[]>([]);

/** Hands the frame what the features offer: the frame itself knows none of them. */
export function FeaturesProvider({ features, children }: { features: readonly Feature[]; children: ReactNode }) {
  return <FeaturesContext value={features}>{children}</FeaturesContext>;
}

export function useFeatures(): readonly Feature[] {
  return use(FeaturesContext);
}
