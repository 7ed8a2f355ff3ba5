import { errorCodes, type ErrorCode, type ErrorParams } from '@jeoul/shared/platform/error-codes';
import type { ImportChoice } from './import-choice.ts';

/** The server refused the file, in the words of its error codes; or it was never reached (`INTERNAL`). */
export class UploadFailure extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

function addressOf({ kind, mapping, encoding, delimiter, source }: ImportChoice, isDryRun: boolean): string {
  const query = new URLSearchParams({
    kind: kind ?? '',
    dryRun: String(isDryRun),
    mapping: JSON.stringify(mapping ?? {}),
  });
  if (encoding) query.set('encoding', encoding);
  if (delimiter) query.set('delimiter', delimiter);
  if (source) query.set('source', source);
  return `/api/imports?${query.toString()}`;
}

function failureOf(body: unknown): UploadFailure {
  const { code, params } = (body ?? {}) as { code?: unknown; params?: ErrorParams };
  return new UploadFailure(errorCodes.find((known) => known === code) ?? 'INTERNAL', params);
}

type UploadOptions = { isDryRun: boolean; signal: AbortSignal; onProgress: (fraction: number) => void };

/**
 * Sends a file to be imported and returns the import's id. By XMLHttpRequest, because `fetch` does not tell how much was
 * sent. Throws UploadFailure; aborting rejects with the signal's reason.
 */
export function uploadFile(
  file: File,
  choice: ImportChoice,
  { isDryRun, signal, onProgress }: UploadOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(choice, isDryRun));
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
    request.addEventListener('error', () => reject(new UploadFailure('INTERNAL')));
    request.addEventListener('abort', () => reject(signal.reason as Error));
    request.addEventListener('load', () => {
      const body: unknown = request.response;
      if (request.status === 202) resolve((body as { importId: string }).importId);
      else reject(failureOf(body));
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
