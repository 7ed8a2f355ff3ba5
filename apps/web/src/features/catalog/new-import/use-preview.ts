import { previewBytes } from '@jeoul/shared/catalog/import-contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpcClient } from '../../../lib/trpc.ts';
import type { ImportPreview } from '../import-types.ts';
import type { ImportChoice } from './import-choice.ts';

async function startOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, previewBytes).arrayBuffer());
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(text);
}

async function readPreview(file: File, { kind, mapping, encoding, delimiter }: ImportChoice): Promise<ImportPreview> {
  const contentBase64 = await startOf(file);
  return trpcClient.catalog.preview.mutate({
    fileName: file.name,
    sizeBytes: file.size,
    contentBase64,
    kind,
    mapping,
    encoding,
    delimiter,
  });
}

/** How the server reads the beginning of the file under this choice. The last answer stays until the next is there. */
export function usePreview(file: File, choice: ImportChoice) {
  const { source: _, ...read } = choice;
  return useQuery({
    queryKey: ['catalog.preview', file.name, file.size, file.lastModified, read],
    queryFn: () => readPreview(file, choice),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
}
