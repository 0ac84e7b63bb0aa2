// The report about satisfaction: everything beside the metrics, from the same columns, range and filters.
import { freshnessOf, type Setting } from '#api/engine/answer.ts';
import { openQuestion, type Question } from '#api/engine/question.ts';
import { toRows } from '#api/engine/rows.ts';
import { csat } from '#api/metrics/csat.ts';
import { sentiment } from '#api/metrics/sentiment.ts';
import { surveyResponseRate } from '#api/metrics/survey-response-rate.ts';
import { AppError } from '#db/model/errors.ts';
import type { Plan, RowPage } from '#db/model/metric.ts';
import type { DisagreementRows, DisagreementSide, SatisfactionReport } from '#db/model/satisfaction.ts';
import { disagreementsOf, sideOf } from './disagreements.ts';
import { driversOf } from './drivers.ts';
import { moodShift } from './mood-shift.ts';
import { casesOf } from './rated-cases.ts';
import { waitCurves } from './wait-bands.ts';
import { weigh } from './weighting.ts';

const mostRows = 10_000;

/** Filters on named people would tell of single people what only many can say. */
function checkFilters({ filters }: Plan): void {
  if ((filters.agent ?? []).length > 0) throw new AppError('invalid', 'agent: this report is not made about single people');
}

export function reportSatisfaction(setting: Setting, asked: Plan): SatisfactionReport {
  checkFilters(asked);
  const { columns, checkStop } = setting;
  const rated = casesOf(openQuestion(setting, csat, asked), checkStop);
  const requests = casesOf(openQuestion(setting, surveyResponseRate, asked), checkStop, ({ kind }) => kind === null || kind === 'csat');
  checkStop();
  return {
    weighting: weigh(requests),
    waits: waitCurves(rated),
    unwaited: rated.filter(({ firstWaitMs }) => firstWaitMs === null).length,
    drivers: driversOf(rated),
    shift: moodShift(openQuestion(setting, sentiment, asked), checkStop),
    disagreements: disagreementsOf(rated),
    freshness: freshnessOf(columns, asked.asOf),
  };
}

/** The ratings of one side, newest first: as many as the report counts. */
export function listDisagreements(setting: Setting, asked: Plan, side: DisagreementSide, { offset, limit }: RowPage): DisagreementRows {
  checkFilters(asked);
  if (!Number.isInteger(offset) || !Number.isInteger(limit) || offset < 0 || limit < 0 || limit > mostRows)
    throw new AppError('invalid', `a page needs an offset of 0 or more and a limit of 0 to ${mostRows}`);
  const question: Question = openQuestion(setting, csat, asked);
  const found = casesOf(question, setting.checkStop).filter((one) => sideOf(one) === side);
  const closings = new Map(found.map(({ row, closing }) => [row, closing]));
  const rows = toRows(setting, question, Uint32Array.from(closings.keys()), { offset, limit });
  return { side, n: found.length, offset, rows: rows.map(({ row, ...told }) => ({ ...told, closing: closings.get(row) ?? 0 })) };
}
