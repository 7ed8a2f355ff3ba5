import { useEffect, useRef, useState } from 'react';
import type { ImportChoice } from './import-choice.ts';
import { uploadFile, UploadFailure } from './upload-file.ts';

type Upload = { isDryRun: boolean; fraction: number };
export type Forecast = { importId: string; choice: ImportChoice };

/** Sends the file, for a dry run or for good; one at a time, stopped when the page is left. */
export function useImportStart(file: File) {
  const [upload, setUpload] = useState<Upload | null>(null);
  const [failure, setFailure] = useState<UploadFailure | null>(null);
  const [forecast, setForecast] = useState<Forecast | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const send = async (choice: ImportChoice, isDryRun: boolean): Promise<string | null> => {
    if (running.current !== null) return null;
    const controller = new AbortController();
    running.current = controller;
    setFailure(null);
    setUpload({ isDryRun, fraction: 0 });
    try {
      const onProgress = (fraction: number) => setUpload({ isDryRun, fraction });
      return await uploadFile(file, choice, { isDryRun, signal: controller.signal, onProgress });
    } catch (error) {
      if (!controller.signal.aborted)
        setFailure(error instanceof UploadFailure ? error : new UploadFailure('INTERNAL'));
      return null;
    } finally {
      running.current = null;
      setUpload(null);
    }
  };
  return {
    upload,
    failure,
    forecast,
    runForecast: async (choice: ImportChoice) => {
      const importId = await send(choice, true);
      if (importId !== null) setForecast({ importId, choice });
    },
    start: (choice: ImportChoice) => send(choice, false),
    stop: () => running.current?.abort(new DOMException('stopped', 'AbortError')),
  };
}
