// The tabs of peak load: a tab is one line here and a folder under `routes/peak-load`.
export type PeakTab = {
  readonly id: 'peaks' | 'forecast' | 'staffing' | 'notice';
  readonly href: string;
  /** Whether the filter bar has an effect there; where it has none it is not shown. */
  readonly isFiltered: boolean;
};

export const peakTabs: readonly PeakTab[] = [
  { id: 'peaks', href: '/peak-load', isFiltered: true },
  { id: 'forecast', href: '/peak-load/forecast', isFiltered: false },
  { id: 'staffing', href: '/peak-load/staffing', isFiltered: false },
  { id: 'notice', href: '/peak-load/notice', isFiltered: false },
];
