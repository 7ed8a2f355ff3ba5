import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ListChecks, Rows3, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../lib/commands.ts';
import { useIsPermitted } from '../../../lib/me.tsx';
import { type RouterOutputs, trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';

type Queues = RouterOutputs['labeling']['queues'];

/** Opens any queue from the palette, on every page. */
export function QueueCommands() {
  const isPermitted = useIsPermitted();
  const { data: queues } = useQuery({ ...trpc.labeling.queues.queryOptions(), enabled: isPermitted('task:read') });
  // What is offered is read when the palette's commands are first asked for: a list that came later is another one.
  return queues ? (
    <OfferedQueues
      key={queues.length}
      queues={queues}
      mayDecide={isPermitted('task:decide')}
      mayLead={isPermitted('team:read')}
    />
  ) : null;
}

function OfferedQueues({ queues, mayDecide, mayLead }: { queues: Queues; mayDecide: boolean; mayLead: boolean }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const navigate = useNavigate();
  const nameOf = (queue: Queues[number]) => (locale === 'ko' ? queue.nameKo : queue.nameEn);
  useCommands([
    ...(mayDecide ? queues : []).map((queue) => ({
      id: `labeling.work.${queue.key}`,
      label: t('labeling.workIn', { queue: nameOf(queue) }),
      group: 'navigate' as const,
      icon: ListChecks,
      keywords: `${queue.nameKo} ${queue.nameEn} queue`,
      run: () => void navigate({ to: '/queues/$queueKey', params: { queueKey: queue.key } }),
    })),
    ...queues.map((queue) => ({
      id: `labeling.list.${queue.key}`,
      label: t('records.open', { queue: nameOf(queue) }),
      group: 'navigate' as const,
      icon: Rows3,
      keywords: `${queue.nameKo} ${queue.nameEn} list decisions 목록 판정`,
      run: () => void navigate({ to: '/queues/$queueKey/list', params: { queueKey: queue.key } }),
    })),
    ...(mayLead ? queues : []).map((queue) => ({
      id: `labeling.team.${queue.key}`,
      label: t('team.open', { queue: nameOf(queue) }),
      group: 'navigate' as const,
      icon: UsersRound,
      keywords: `${queue.nameKo} ${queue.nameEn} team lead 팀 현황`,
      run: () => void navigate({ to: '/team', search: { queue: queue.key } }),
    })),
  ]);
  return null;
}
