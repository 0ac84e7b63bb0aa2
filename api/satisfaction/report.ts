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
import { asksForSatisfaction, casesOf } from './rated-cases.ts';
import { refuseSinglePeople } from './single-people.ts';
import { waitCurves } from './wait-bands.ts';
import { weigh } from './weighting.ts';

const mostRows = 10_000;

export function reportSatisfaction(setting: Setting, asked: Plan): SatisfactionReport {
  refuseSinglePeople(asked);
  const { columns, checkStop } = setting;
  const rated = casesOf(openQuestion(setting, csat, asked), checkStop);
  const requests = casesOf(openQuestion(setting, surveyResponseRate, asked), checkStop, asksForSatisfaction);
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
  refuseSinglePeople(asked);
  if (!Number.isInteger(offset) || !Number.isInteger(limit) || offset < 0 || limit < 0 || limit > mostRows)
    throw new AppError('invalid', `a page needs an offset of 0 or more and a limit of 0 to ${mostRows}`);
  const question: Question = openQuestion(setting, csat, asked);
  const found = casesOf(question, setting.checkStop).filter((one) => sideOf(one) === side);
  const closings = new Map(found.map(({ row, closing }) => [row, closing]));
  const rows = toRows(setting, question, Uint32Array.from(closings.keys()), { offset, limit });
  return { side, n: found.length, offset, rows: rows.map(({ row, ...told }) => ({ ...told, closing: closings.get(row) ?? 0 })) };
}
