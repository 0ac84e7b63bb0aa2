// What the modeller and its thread say to each other.
import type { CountSeries } from './count-series.ts';
import type { Found } from './find-peaks.ts';
import type { SeriesForecast } from './forecast-series.ts';
import type { KindLift, PlannedEvent } from './planned-lifts.ts';

export type Forecast = { readonly forecast: SeriesForecast | null; readonly lifts: readonly KindLift[] };

export type Job =
  | { readonly want: 'peaks'; readonly series: CountSeries }
  | { readonly want: 'forecast'; readonly series: CountSeries; readonly planned: readonly PlannedEvent[] };

export type Done = { readonly found: Found } | Forecast;
