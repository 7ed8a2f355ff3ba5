import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyBar } from '../key-bar.tsx';
import { Columns } from './columns.tsx';
import { Page, type PageProps } from './page.tsx';

type ListPageProps = Pick<PageProps, 'crumbs' | 'figures' | 'action'> & {
  /** All of the row that was opened; null while there is none. */
  opened: ReactNode;
  /** What to do to see something there. */
  hint: string;
  /** A `DataTable`. */
  children: ReactNode;
};

/** A list that is walked by keyboard, with the row that was opened beside it. */
export function ListPage({ opened, hint, children, ...page }: ListPageProps) {
  const { t } = useTranslation();
  return (
    <Page
      {...page}
      footer={
        <KeyBar
          entries={[
            { combo: 'Enter', label: t('labeling.open'), isMain: true },
            { combo: 'KeyJ', label: t('common.nextRow') },
            { combo: 'KeyK', label: t('common.previousRow') },
          ]}
        />
      }
    >
      <Columns evidence={opened ?? <Box sx={{ p: 5, color: 'text.secondary' }}>{hint}</Box>}>{children}</Columns>
    </Page>
  );
}
