// Groupings of a question as arithmetic: a number per row, and the keys that the numbers stand for.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Grouping, InstantRange } from '#db/model/metric.ts';
import type { AtomTable } from './atom-table.ts';
import type { Columns } from './columns.ts';
import { keptOr } from './kept.ts';
import { groupByTable, groupByTime } from './scan-steps.ts';
import type { Codes } from './sparse-column.ts';
import { openHourOfWeekAxis, openTimeAxis, type TimeAxis } from './time-axis.ts';
import { urgencyCodes, urgencyNames } from './urgency-codes.ts';

/** More groups than this fit no screen; counting them would cost more than the scan. */
const mostGroups = 500_000;

export type GroupAxis = {
  readonly grouping: Grouping;
  readonly keys: readonly string[];
  /** Time axes show every bucket, empty ones too; the others only what occurs. */
  readonly isFilled: boolean;
  readonly time: TimeAxis | null;
  apply(rows: Int32Array, count: number, groups: Int32Array): void;
};

export type Groups = {
  readonly axes: readonly GroupAxis[];
  readonly size: number;
  /** Writes the group number of each row. */
  apply(rows: Int32Array, count: number, groups: Int32Array): void;
};

/** What rows are placed by: the table, the column of instants that decides about buckets, and the stretch that the buckets cover. */
export type Placement = {
  readonly columns: Columns;
  readonly table: AtomTable;
  readonly at: Float64Array;
  readonly range: InstantRange;
  readonly asOf: Instant;
};

export function openGroups(groupings: readonly Grouping[], zone: string, placement: Placement): Groups {
  const axes = groupings.map((grouping) => openAxis(grouping, zone, placement));
  const size = axes.reduce((product, axis) => product * axis.keys.length, 1);
  if (size > mostGroups)
    throw new AppError('invalid', `${size} groups are too many (${mostGroups} at most): ask for a shorter range or coarser groups`);
  return {
    axes,
    size,
    apply(rows, count, groups) {
      groups.fill(0, 0, count);
      for (const axis of axes) axis.apply(rows, count, groups);
    },
  };
}

function openAxis(grouping: Grouping, zone: string, { columns, table, at, range, asOf }: Placement): GroupAxis {
  switch (grouping) {
    case 'hour':
    case 'day':
    case 'week':
    case 'month':
    case 'hour-of-week': {
      const time = keptOr(columns.prepared.axes, `${grouping} ${zone} ${range.from} ${range.to}`, () =>
        grouping === 'hour-of-week' ? openHourOfWeekAxis(zone, range) : openTimeAxis(zone, grouping, range),
      );
      return {
        grouping,
        keys: time.keys,
        isFilled: true,
        time,
        apply: (rows, count, groups) => groupByTime(rows, count, at, time, groups),
      };
    }
    case 'agent': {
      const keys = columns.agents.names;
      const same = Int32Array.from(keys, (_, code) => code);
      return byTable(grouping, keys, table.agent, same);
    }
    case 'urgency':
      return byTable(grouping, urgencyNames, table.conversation, Int32Array.from(urgencyCodes(columns, asOf)));
    case 'channel':
    case 'category':
    case 'language':
    case 'team':
    case 'source':
    case 'country':
    case 'sentiment':
    case 'risk':
    case 'issue':
    case 'complaint':
      return byTable(grouping, columns.profiles.dictionaries[grouping].names, table.profile, columns.profiles.codesOf(grouping));
    default:
      return grouping satisfies never;
  }
}

function byTable(grouping: Grouping, keys: readonly string[], column: Codes, valueOf: Int32Array): GroupAxis {
  const size = keys.length;
  return {
    grouping,
    keys,
    isFilled: false,
    time: null,
    apply: (rows, count, groups) => groupByTable(rows, count, column, valueOf, size, groups),
  };
}
