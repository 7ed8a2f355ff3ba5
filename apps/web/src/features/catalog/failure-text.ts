import type { ImportField } from '@jeoul/shared/catalog/import-contract';
import { menuFields, reviewFields } from '@jeoul/shared/catalog/import-contract';
import type { ErrorCode, ErrorParams } from '@jeoul/shared/platform/error-codes';
import { useTranslation } from 'react-i18next';

const reasons = [
  'not_found',
  'no_access',
  'not_a_file',
  'empty',
  'spreadsheet',
  'binary',
  'json_array',
  'gzip_damaged',
  'quotes',
  'no_columns',
] as const;

function fieldOf(name: unknown): ImportField | undefined {
  return [...menuFields, ...reviewFields].find((field) => field === name);
}

/** Why a file could not be imported, and what to do about it: closer to the file than the general words of the code. */
export function useFailureText(): (failure: { code: ErrorCode; params: ErrorParams }) => string {
  const { t } = useTranslation();
  return ({ code, params }) => {
    const word = (name: string) => String(params[name] ?? '');
    const reason = reasons.find((known) => known === params['reason']);
    if (code === 'FILE_UNREADABLE' && reason) return t(`catalog.failure.${reason}`, { line: word('line') });
    if (code === 'FILE_TOO_LARGE') return t('catalog.failure.tooLarge', { limitMb: word('limitMb') });
    const field = fieldOf(params['column']);
    if (code !== 'COLUMN_MISSING' || field === undefined) return t(`error.${code}`, params);
    const name = t(`catalog.field.${field}`);
    const suggestion = word('suggestion');
    return suggestion === ''
      ? t('catalog.failure.column', { field: name, columns: word('columns') })
      : t('catalog.failure.columnSuggested', { field: name, suggestion });
  };
}
