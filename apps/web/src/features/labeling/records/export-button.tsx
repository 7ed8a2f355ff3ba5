import type { ExportFormat } from '@jeoul/shared/labeling/lists';
import { exportFormats } from '@jeoul/shared/labeling/lists';
import { MenuItem } from '@mui/material';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../../components/menu-button.tsx';
import { notify } from '../../../lib/notices.ts';
import { trpcClient } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';

const askEveryMs = 1_000;
const longestMs = 30 * 60_000;

/** The server writes the receipt when the last row has left; null when none came. */
async function receiptOf(exportId: string) {
  const until = Date.now() + longestMs;
  while (Date.now() < until) {
    const receipt = await trpcClient.labeling.lists.exportReceipt.query({ exportId }).catch(() => null);
    if (receipt) return receipt;
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
  return null;
}

/** Hands the list out as a file, all rows of its filter, and says how many they were once the last has left. */
export function ExportButton({ list, filter }: { list: 'tasks' | 'decisions'; filter: object }) {
  const { t } = useTranslation();
  const format = useFormat();
  const start = (kind: ExportFormat) => {
    const exportId = crypto.randomUUID();
    const link = document.createElement('a');
    link.href = `/api/lists/${list}/${exportId}.${kind}?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;
    link.download = '';
    link.click();
    notify({ text: t('records.exportStarted') });
    void receiptOf(exportId).then((receipt) => {
      if (!receipt) return;
      const words = {
        rows: format.count(receipt.rows),
        size: format.bytes(receipt.bytes),
        hash: receipt.sha256.slice(0, 12),
      };
      notify({ text: t('records.exportReceipt', words) });
    });
  };
  return (
    <MenuButton label={t('records.export')} icon={Download}>
      {(close) =>
        exportFormats.map((kind) => (
          <MenuItem
            key={kind}
            onClick={() => {
              close();
              start(kind);
            }}
          >
            {kind.toUpperCase()}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}
