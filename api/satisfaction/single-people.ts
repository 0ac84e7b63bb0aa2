// The report about satisfaction is about many: a filter on named people would tell of single people what only many can say.
import { AppError } from '#db/model/errors.ts';
import type { Plan } from '#db/model/metric.ts';

export function refuseSinglePeople({ filters }: Plan): void {
  if ((filters.agent ?? []).length > 0) throw new AppError('invalid', 'agent: this report is not made about single people');
}
