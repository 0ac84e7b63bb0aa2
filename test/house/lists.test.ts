// Every entry of a list is documented in the README and has a test: nothing is offered that nobody can look up.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { metrics } from '#api/metrics/index.ts';
import { dimensions, groupings, metricIds } from '#db/model/metric.ts';
import { connectors, eventConnectors } from '#ingest/connectors/index.ts';
import { formats } from '#ingest/formats/index.ts';
import { root, sourceFiles } from '#test/support/source-files.ts';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const tests = sourceFiles(['.test.ts']);

/** Entries that the README does not name between backticks. */
export function undocumented(ids: readonly string[], text: string): string[] {
  return ids.filter((id) => !text.includes(`\`${id}\``));
}

/** Entries that no test of a folder names. */
export function untested(ids: readonly string[], folder: string): string[] {
  const texts = tests.filter((file) => file.name.startsWith(folder)).map((file) => file.text);
  return ids.filter((id) => !texts.some((text) => text.includes(`'${id}'`)));
}

describe('lists', () => {
  it('hold every metric of the model, documented and tested', () => {
    expect(metrics.map((metric) => metric.card.id).toSorted()).toEqual([...metricIds].toSorted());
    expect(undocumented(metricIds, readme)).toEqual([]);
    expect(untested(metricIds, 'test/api/')).toEqual([]);
  });

  it('hold file formats that are documented and tested', () => {
    const ids = formats.map((format) => format.id);
    expect(undocumented(ids, readme.replaceAll(/^### (\S+)$/gm, '`$1`'))).toEqual([]);
    expect(untested(ids, 'test/ingest/')).toEqual([]);
  });

  it('hold connectors that are documented', () => {
    expect(
      undocumented(
        [...connectors, ...eventConnectors].map(({ card }) => card.id),
        readme,
      ),
    ).toEqual([]);
  });

  it('hold dimensions and groupings that are documented', () => {
    expect(undocumented([...dimensions, ...groupings], readme)).toEqual([]);
  });

  it('would be caught where an entry is missing', () => {
    expect(undocumented(['no-such-metric'], readme)).toEqual(['no-such-metric']);
    expect(untested(['no-such-metric-either'], 'test/api/')).toEqual(['no-such-metric-either']);
  });
});
