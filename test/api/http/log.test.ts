// The log keeps places and codes of errors and none of their values.
import { describe, expect, it } from 'vitest';
import { openLog, toLogged } from '#api/http/log.ts';
import { AppError } from '#db/model/errors.ts';

const secret = 'my seed phrase is ocean abandon';

describe('an error in the log', () => {
  it('has no values that a driver put behind its first line', () => {
    const driver = new Error('UNIQUE constraint failed: user.email');
    const failed = new Error(`Failed query: insert into "message" values (?)\nparams: ${secret}`, { cause: driver });
    const logged = JSON.stringify(toLogged(failed));
    expect(logged).not.toContain('ocean');
    expect(logged).toContain('UNIQUE constraint failed');
  });

  it('has no values that stand on the first line behind "params:" either', () => {
    expect(JSON.stringify(toLogged(new Error(`Failed query: select 1 params: ${secret}`)))).not.toContain('ocean');
  });

  it('would be caught if it kept the whole message', () => {
    expect(JSON.stringify({ message: new Error(`x\nparams: ${secret}`).message })).toContain('ocean');
  });

  it('keeps what the house itself says', () => {
    expect(toLogged(new AppError('unavailable', 'the store is busy'))).toMatchObject({
      type: 'AppError',
      code: 'unavailable',
      message: 'the store is busy',
    });
  });

  it('is one line, whatever was logged', () => {
    const lines: string[] = [];
    openLog('info', { write: (line) => lines.push(line) }).info({ route: 'a\r\n{"level":60}' }, 'x\ny');
    expect(lines.map((line) => line.trimEnd().split('\n').length)).toEqual([1]);
  });
});
