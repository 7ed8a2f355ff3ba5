import type { RelatedItem } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ModelChip, PersonChip, ToneChip } from '../../../components/chips.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { useLabelName, usePathText } from '../labels/label-path.tsx';

const rowHeight = 26;
const rows = 5;

/** Who labelled it shows in the colour: celadon a person, violet the model with how sure it is, grey an import. */
function RelatedLabel({ item, index }: { item: RelatedItem; index: LabelIndex }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelName = useLabelName(index);
  const pathText = usePathText(index);
  const { labelKey, labelledBy, probability } = item;
  if (labelKey === null) return null;
  const title = pathText(labelKey);
  if (labelledBy === 'model') {
    const percent = probability === null ? '' : ` ${format.percent(probability)}`;
    return <ModelChip title={title}>{`${labelName(labelKey)}${percent}`}</ModelChip>;
  }
  if (labelledBy === 'person') return <PersonChip title={title}>{labelName(labelKey)}</PersonChip>;
  return (
    <ToneChip tone="neutral" title={`${t('labeling.imported')}: ${title}`}>
      {labelName(labelKey)}
    </ToneChip>
  );
}

type RelatedListProps = { items: readonly RelatedItem[] | undefined; none: string; index: LabelIndex };

/** Other items with their labels. Its height is the same whether they are there yet or not. */
export const RelatedList = memo(function RelatedList({ items, none, index }: RelatedListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', minHeight: rows * rowHeight }}>
      {items?.length === 0 ? (
        <Box component="li" sx={{ color: 'text.disabled' }}>
          {none}
        </Box>
      ) : null}
      {items?.slice(0, rows).map((item) => (
        <Box
          component="li"
          key={item.itemId}
          title={
            item.stores > 1
              ? undefined
              : `${item.storeName} · ${t('labeling.weeklyOrders', { count: item.weeklyOrders, shown: format.count(item.weeklyOrders) })}`
          }
          sx={{ display: 'flex', alignItems: 'center', gap: 2, height: rowHeight, whiteSpace: 'nowrap' }}
        >
          <Box component="span" sx={{ flex: '0 1 auto', overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {item.name}
          </Box>
          {item.stores > 1 ? (
            <Box component="span" sx={{ color: 'text.disabled', fontSize: 11 }}>
              {t('labeling.similarStores', { count: item.stores, shown: format.count(item.stores) })}
            </Box>
          ) : null}
          <Box component="span" sx={{ ml: 'auto' }}>
            <RelatedLabel item={item} index={index} />
          </Box>
        </Box>
      ))}
    </Box>
  );
});
