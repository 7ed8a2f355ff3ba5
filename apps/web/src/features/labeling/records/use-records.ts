import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../../../lib/trpc.ts';
import { useMe } from '../../../lib/me.tsx';
import { decisionListOf, type RecordsSearch, taskListOf } from './records-search.ts';

const firstRows = 30;
const nextOf = (page: { next: string | null }) => page.next ?? undefined;

type Fetching = {
  data: { pages: readonly { rows: readonly unknown[] }[] } | undefined;
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
};

/** Where no index finds a filter's rows the server looks a stretch at a time: goes on until the screen is full. */
function useFullScreen({ data, hasNextPage, isFetching, isError, fetchNextPage }: Fetching, isShown: boolean): void {
  const rows = data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
  const isShort = isShown && hasNextPage && !isFetching && !isError && rows < firstRows;
  useEffect(() => {
    if (isShort) void fetchNextPage();
  }, [isShort, fetchNextPage]);
}

/** The pages of the tasks' list that were read so far. */
export function useTaskPages(queueKey: string, search: RecordsSearch) {
  const isShown = search.view !== 'decisions';
  const pages = useInfiniteQuery({
    ...trpc.labeling.lists.tasks.infiniteQueryOptions(taskListOf(queueKey, search), { getNextPageParam: nextOf }),
    enabled: isShown,
    placeholderData: keepPreviousData,
  });
  useFullScreen(pages, isShown);
  return pages;
}

/** The pages of the decisions' list that were read so far. */
export function useDecisionPages(queueKey: string, search: RecordsSearch) {
  const me = useMe();
  const isShown = search.view === 'decisions';
  const asked = decisionListOf(queueKey, search, me.id);
  const pages = useInfiniteQuery({
    ...trpc.labeling.lists.decisions.infiniteQueryOptions(asked, { getNextPageParam: nextOf }),
    enabled: isShown,
    placeholderData: keepPreviousData,
  });
  useFullScreen(pages, isShown);
  return pages;
}
