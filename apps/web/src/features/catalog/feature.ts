import { FileUp } from 'lucide-react';
import { lazy } from 'react';
import type { Feature } from '../../shell/feature.ts';

const ImportCommands = lazy(async () => ({ default: (await import('./import-commands.tsx')).ImportCommands }));

export const catalogFeature: Feature = {
  rail: [
    {
      to: '/imports',
      label: 'catalog.title',
      icon: FileUp,
      permission: 'catalog:import',
      keywords: 'import upload csv 업로드 파일 메뉴 리뷰',
    },
  ],
  homeCards: [],
  PaletteCommands: ImportCommands,
};
