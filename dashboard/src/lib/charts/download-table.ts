// A table as a file that the browser saves.
import type { ChartTable } from './chart.ts';
import { toCsv } from './chart-table.ts';

/** Hands the table to the browser as `NAME.csv`. */
export function downloadTable(table: ChartTable, fileName: string): void {
  const address = URL.createObjectURL(new Blob([toCsv(table)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName}.csv`;
  link.click();
  // The download has the address by now; kept longer, the file would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
