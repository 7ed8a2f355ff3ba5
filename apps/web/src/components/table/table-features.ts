import { columnSizingFeature, columnVisibilityFeature, metaHelper, tableFeatures } from '@tanstack/react-table';
import { type CellData, type ColumnDef, createColumnHelper, type RowData } from '@tanstack/react-table';

/** What the console's lists add to a column. */
export type ColumnNotes = {
  /** Numbers stand at the right so that their digits line up. */
  align?: 'start' | 'end';
  /** Takes the width that is left; others keep their `size` in pixels. */
  isWide?: boolean;
  /** The name under which the server sorts by it; without one its header can't be pressed. */
  sortKey?: string;
};

/** Sorting and filtering are the server's: the address holds them, so the table itself keeps neither. */
export const features = tableFeatures({
  columnSizingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<ColumnNotes>(),
});

export type ListFeatures = typeof features;

export type ListColumn<Row extends RowData, Value extends CellData = CellData> = ColumnDef<ListFeatures, Row, Value>;

/** Columns for a `DataTable` of these rows; keep the result outside the component or in a memo. */
export function listColumns<Row extends RowData>() {
  return createColumnHelper<ListFeatures, Row>();
}
