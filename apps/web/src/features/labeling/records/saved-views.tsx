import { Divider, MenuItem } from '@mui/material';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../../components/menu-button.tsx';
import { describeError } from '../../../lib/error-text.ts';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { recordsSearch, type RecordsSearch } from './records-search.ts';

const page = 'records';

/** One's own named views of the list: filters, order and columns, on whatever machine one signs in. */
export function SavedViews({ search, onOpen }: { search: RecordsSearch; onOpen: (view: RecordsSearch) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isNaming, setIsNaming] = useState(false);
  const { data: views } = useQuery(trpc.labeling.lists.views.queryOptions({ page }));
  const reread = () => client.invalidateQueries({ queryKey: trpc.labeling.lists.views.queryKey({ page }) });
  const save = useMutation(trpc.labeling.lists.saveView.mutationOptions({ onSettled: reread }));
  const remove = useMutation(
    trpc.labeling.lists.deleteView.mutationOptions({
      onSettled: reread,
      onError: (error) => notify({ text: describeError(error).text, tone: 'harm' }),
    }),
  );
  const { task: _, ...kept } = search;
  const own = views?.find(
    (view) => JSON.stringify(recordsSearch.parse(view.search)) === JSON.stringify(recordsSearch.parse(kept)),
  );
  return (
    <>
      <MenuButton label={own?.name ?? t('records.views')} icon={Bookmark}>
        {(close) => [
          ...(views ?? []).map((view) => (
            <MenuItem
              key={`view ${view.name}`}
              onClick={() => {
                close();
                onOpen(recordsSearch.parse(view.search));
              }}
            >
              {view.name}
            </MenuItem>
          )),
          (views ?? []).length > 0 ? <Divider key="divider" /> : null,
          <MenuItem
            key="save"
            onClick={() => {
              close();
              setIsNaming(true);
            }}
          >
            {t('records.saveView')}
          </MenuItem>,
          own ? (
            <MenuItem
              key="delete"
              onClick={() => {
                close();
                remove.mutate({ page, name: own.name });
              }}
            >
              {t('records.deleteView', { name: own.name })}
            </MenuItem>
          ) : null,
        ]}
      </MenuButton>
      {isNaming ? (
        <SaveViewDialog
          onSave={(name) => save.mutateAsync({ page, name, search: kept })}
          onClose={() => setIsNaming(false)}
        />
      ) : null}
    </>
  );
}
