// How a question ends that was given up before it was answered.
import { AppError } from '#db/model/errors.ts';

export function stopped(): AppError {
  return new AppError('unavailable', 'the question was given up before it was answered');
}

export function pastDeadline(deadlineMs: number): AppError {
  return new AppError(
    'unavailable',
    `the question took longer than ${deadlineMs / 1000} s and was stopped: ask for a shorter range or fewer groups`,
  );
}
