/** A picture ready to be drawn: its height in pixels and what ECharts is told. */
export interface Drawing {
  height: number;
  option: Record<string, unknown>;
}
