import { createContext, type ReactNode, use } from 'react';
import type { Feature, Places } from './feature.ts';

const FeaturesContext = createContext<readonly Feature[]>([]);

/** Hands the frame what the features offer: the frame itself knows none of them. */
export function FeaturesProvider({ features, children }: { features: readonly Feature[]; children: ReactNode }) {
  return <FeaturesContext value={features}>{children}</FeaturesContext>;
}

export function useFeatures(): readonly Feature[] {
  return use(FeaturesContext);
}

/** How to link to a queue, a slot …; undefined as long as no feature opens such a thing. */
export function usePlace<Name extends keyof Places>(name: Name): Places[Name] | undefined {
  return useFeatures().find((feature) => feature.places?.[name] !== undefined)?.places?.[name];
}
