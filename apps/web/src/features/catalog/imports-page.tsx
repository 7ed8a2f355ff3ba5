import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Figure } from '../../components/figure.tsx';
import { Page } from '../../components/page/page.tsx';
import { ChooseFile } from './choose-file.tsx';
import { DropArea } from './drop-area.tsx';
import { ImportsList } from './imports-list.tsx';
import { NewImport } from './new-import/new-import.tsx';

/** Past imports, and a file dropped anywhere on them becomes the next one. */
export function ImportsPage() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ file: File; key: number } | null>(null);
  const choose = (file: File) => setChosen((before) => ({ file, key: (before?.key ?? 0) + 1 }));
  return (
    <DropArea onFile={choose}>
      {chosen ? (
        <NewImport key={chosen.key} file={chosen.file} onFile={choose} onLeave={() => setChosen(null)} />
      ) : (
        <Page
          crumbs={[{ label: t('catalog.title') }]}
          figures={<Figure label={t('catalog.dropAnywhere')} value="" />}
          action={<ChooseFile isMain label={t('catalog.chooseFile')} onFile={choose} />}
        >
          <ImportsList
            empty={<EmptyState icon={FileUp} title={t('catalog.emptyTitle')} body={t('catalog.emptyBody')} />}
          />
        </Page>
      )}
    </DropArea>
  );
}
