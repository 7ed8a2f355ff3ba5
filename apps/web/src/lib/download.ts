/** A name every file system takes, kept readable: `모델 v18 · 정확도` stays Korean. */
export function fileNameOf(title: string, extension: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? 'jeoul' : safe}.${extension}`;
}

/** Hands the browser a file to keep. */
export function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  // Outside the document a busy browser has been seen to forget the name.
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
