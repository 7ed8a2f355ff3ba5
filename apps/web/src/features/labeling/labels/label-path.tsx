import { Box } from '@mui/material';
import { useFormat } from '../../../lib/use-format.ts';
import { type LabelIndex, nameOf, pathOf } from './label-index.ts';

/** `치킨 › 후라이드` as one text, for titles and for those who hear the page. */
export function usePathText(index: LabelIndex): (labelKey: string) => string {
  const { locale } = useFormat();
  return (labelKey) =>
    pathOf(index, labelKey)
      .map((label) => nameOf(label, locale))
      .join(' › ') || labelKey;
}

/** A label's own name; its key when the label set does not have it any more. */
export function useLabelName(index: LabelIndex): (labelKey: string) => string {
  const { locale } = useFormat();
  return (labelKey) => {
    const label = index.byKey.get(labelKey);
    return label ? nameOf(label, locale) : labelKey;
  };
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis' } as const;

type LabelPathProps = {
  index: LabelIndex;
  labelKey: string;
  /** The part of the label's own name that was typed. */
  range?: { start: number; end: number } | null;
};

/** A label with the family it stands in, the label itself in bold and what was typed of it in celadon. */
export function LabelPath({ index, labelKey, range }: LabelPathProps) {
  const { locale } = useFormat();
  const path = pathOf(index, labelKey);
  const own = path.at(-1);
  const name = own ? nameOf(own, locale) : labelKey;
  const parents = path.slice(0, -1);
  return (
    <Box component="span" sx={{ display: 'flex', minWidth: 0, whiteSpace: 'pre' }}>
      {parents.map((label) => (
        // Where room is short the family is cut, not the label.
        <Box key={label.key} component="span" sx={{ ...cut, flex: '0 1 auto', minWidth: 16, color: 'text.secondary' }}>
          {nameOf(label, locale)}
          {' › '}
        </Box>
      ))}
      <Box component="b" sx={{ ...cut, flex: 'none', maxWidth: 1, fontWeight: 600 }}>
        {range ? (
          <>
            {name.slice(0, range.start)}
            <Box component="mark" sx={{ bgcolor: 'transparent', color: 'celadon.main' }}>
              {name.slice(range.start, range.end)}
            </Box>
            {name.slice(range.end)}
          </>
        ) : (
          name
        )}
      </Box>
    </Box>
  );
}
