import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../lib/commands.ts';
import { useIsPermitted } from '../../lib/me.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';

const importsOffered = 100;

/** Opens the newest imports from the palette on every page, found by the name of their file. */
export function ImportCommands() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const mayImport = useIsPermitted()('catalog:import');
  const { data } = useQuery({ ...trpc.catalog.imports.queryOptions({ limit: importsOffered }), enabled: mayImport });
  useCommands(
    (data?.imports ?? []).map(
      ({ id, fileName, kind, startedAt }): Command => ({
        id: `catalog.import.${id}`,
        label: `${fileName} · ${t(`catalog.kindName.${kind}`)} · ${format.ago(startedAt)}`,
        group: 'thing',
        icon: FileUp,
        keywords: 'import 가져오기 파일',
        isOnlyFound: true,
        run: () => void navigate({ to: '/imports/$importId', params: { importId: id } }),
      }),
    ),
  );
  return null;
}
