import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../lib/commands.ts';
import { useIsPermitted } from '../../../lib/me.tsx';
import { type RouterOutputs, trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';

type Queues = RouterOutputs['labeling']['queues'];

/** Opens any queue from the palette, on every page. */
export function QueueCommands() {
  const mayDecide = useIsPermitted()('task:decide');
  const { data: queues } = useQuery({ ...trpc.labeling.queues.queryOptions(), enabled: mayDecide });
  // What is offered is read when the palette's commands are first asked for: a list that came later is another one.
  return queues ? <OfferedQueues key={queues.length} queues={queues} /> : null;
}

function OfferedQueues({ queues }: { queues: Queues }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const navigate = useNavigate();
  useCommands(
    queues.map((queue) => ({
      id: `labeling.work.${queue.key}`,
      label: t('labeling.workIn', { queue: locale === 'ko' ? queue.nameKo : queue.nameEn }),
      group: 'navigate',
      icon: ListChecks,
      keywords: `${queue.nameKo} ${queue.nameEn} queue`,
      run: () => void navigate({ to: '/queues/$queueKey', params: { queueKey: queue.key } }),
    })),
  );
  return null;
}
