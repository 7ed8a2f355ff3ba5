import { FileUp } from 'lucide-react';
import type { Feature } from '../../shell/feature.ts';

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
};
