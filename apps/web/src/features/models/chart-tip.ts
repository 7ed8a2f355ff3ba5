/** The place in its series of what a chart's tooltip is asked about; -1 for anything else. */
export function dataIndexOf(at: unknown): number {
  return typeof at === 'object' && at !== null && 'dataIndex' in at ? Number(at.dataIndex) : -1;
}
