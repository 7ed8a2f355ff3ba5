import { Tag } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../lib/commands.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { usePathText } from '../labels/label-path.tsx';

type LabelCommandsProps = {
  index: LabelIndex;
  /** Stays the same from one key press to the next: a hundred commands must not be made anew with each. */
  onShow: (labelKey: string) => void;
};

/** Shows any label in the tree from the palette, with what belongs in it; Enter then decides for it. */
export const LabelCommands = memo(function LabelCommands({ index, onShow }: LabelCommandsProps) {
  const { t } = useTranslation();
  const pathText = usePathText(index);
  useCommands(
    index.labels.map(({ key, nameKo, nameEn }) => ({
      id: `labeling.label.${key}`,
      label: t('labeling.showLabel', { label: pathText(key) }),
      group: 'thing',
      icon: Tag,
      keywords: `${nameKo} ${nameEn} label`,
      isOnlyFound: true,
      run: () => onShow(key),
    })),
  );
  return null;
});
