import type { Locale } from '@jeoul/shared/access/preferences';
import { labelKeysOf } from '@jeoul/shared/labeling/answers';
import { styled } from '@mui/material/styles';
import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { type LabelIndex, nameOf, nothingKey, pathOf } from './label-index.ts';

/** `치킨 › 후라이드` as one text, for titles and for those who hear the page. */
export function usePathText(index: LabelIndex): (labelKey: string) => string {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return (labelKey) =>
    pathOf(index, labelKey)
      .map((label) => nameOf(label, locale))
      .join(' › ') || severalNames(index, labelKey, { locale, nothing: t(nothingKey(index.labels)) });
}

/** An answer key of any number of labels in words; of a label that the set does not have, the key. */
function severalNames(index: LabelIndex, answerKey: string, words: { locale: Locale; nothing: string }): string {
  const keys = labelKeysOf(answerKey);
  if (keys.length === 0) return words.nothing;
  return keys
    .map((key) => {
      const label = index.byKey.get(key);
      return label ? nameOf(label, words.locale) : key;
    })
    .join(', ');
}

/** A label's own name, or the names of several; the key where the label set does not have it any more. */
export function useLabelName(index: LabelIndex): (labelKey: string) => string {
  const { t } = useTranslation();
  const { locale } = useFormat();
  return (labelKey) => {
    const label = index.byKey.get(labelKey);
    return label
      ? nameOf(label, locale)
      : severalNames(index, labelKey, { locale, nothing: t(nothingKey(index.labels)) });
  };
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis' } as const;

/** Where room is short the family is cut, not the label. */
const Path = styled('span')({
  display: 'flex',
  minWidth: 0,
  whiteSpace: 'pre',
  '& > span': { ...cut, flex: '0 1000000 auto', minWidth: 0, color: 'var(--jeoul-palette-text-secondary)' },
  '& > i': { flex: 'none', fontStyle: 'normal', color: 'var(--jeoul-palette-text-secondary)' },
  '& > b': { ...cut, flex: '0 1 auto', minWidth: 0, fontWeight: 600 },
  '& mark': { background: 'none', color: 'var(--jeoul-palette-celadon-main)' },
});

type LabelPathProps = {
  index: LabelIndex;
  labelKey: string;
  /** The part of the label's own name that was typed. */
  range?: { start: number; end: number } | null;
  /** The whole of it on hover, where it may be cut. */
  title?: string;
  /** Without the family, where that is said already. */
  isAlone?: boolean;
};

/** A label with the family it stands in, the label itself in bold and what was typed of it in celadon. */
export const LabelPath = memo(function LabelPath({ index, labelKey, range, title, isAlone = false }: LabelPathProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const path = pathOf(index, labelKey);
  const own = path.at(-1);
  const name = own
    ? nameOf(own, locale)
    : severalNames(index, labelKey, { locale, nothing: t(nothingKey(index.labels)) });
  return (
    <Path title={title}>
      {(isAlone ? [] : path.slice(0, -1)).map((label) => (
        <Fragment key={label.key}>
          <span>{nameOf(label, locale)}</span>
          <i>{' › '}</i>
        </Fragment>
      ))}
      <b>
        {range ? (
          <>
            {name.slice(0, range.start)}
            <mark>{name.slice(range.start, range.end)}</mark>
            {name.slice(range.end)}
          </>
        ) : (
          name
        )}
      </b>
    </Path>
  );
});
