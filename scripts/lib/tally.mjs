// Runs checks one after the other and counts what passed and what failed, for a closing line that a machine can read.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const bin = (name) => path.join('node_modules', '.bin', name);

export function createTally() {
  const rows = [];
  const heading = (title) => console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
  const start = (title, command, args) => {
    heading(title);
    const began = Date.now();
    const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (error) console.error(error.message);
    return { ok: status === 0, seconds: ((Date.now() - began) / 1000).toFixed(1) };
  };
  const add = (row) => {
    rows.push({ skipped: 0, seconds: '', ...row });
    return row.failed === 0;
  };

  return {
    /** A check that is right or wrong as a whole: counts as one. True if right. */
    step(title, command, args) {
      const { ok, seconds } = start(title, command, args);
      return add({ title, passed: Number(ok), failed: Number(!ok), seconds });
    },

    /** The tests of one vitest project, counted one by one. Where none may be skipped, a skipped one has failed. */
    vitest(title, project, { maySkip = true } = {}) {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-tests-'));
      const report = path.join(folder, 'report.json');
      const { ok, seconds } = start(title, bin('vitest'), [
        ...[
          'run',
          '--project',
          project,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ],
      ]);
      const counts = countReport(report);
      fs.rmSync(folder, { recursive: true, force: true });
      // An error outside any test (an unhandled rejection, a worker that died) fails the run, but no test.
      if (!ok && counts.failed === 0) counts.failed = 1;
      if (!maySkip && counts.skipped) {
        console.error(`${counts.skipped} skipped, and none may be: they count as failed.`);
        counts.failed += counts.skipped;
        counts.skipped = 0;
      }
      return add({ title, ...counts, seconds });
    },

    fail(title, reason) {
      heading(title);
      console.error(reason);
      return add({ title, passed: 0, failed: 1 });
    },

    /** Prints the table and, last, the line `N passed, N failed`; sets the exit code. */
    close() {
      heading('Summary');
      for (const { title, passed, failed, skipped, seconds } of rows) {
        const extra = [skipped && `${skipped} skipped`, seconds && `${seconds} s`].filter(Boolean).join(', ');
        const mark = failed ? '✗' : '✓';
        console.log(
          `${mark} ${title.padEnd(28)} ${passed} passed, ${failed} failed${extra && `  (${extra})`}`,
        );
      }
      const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
      process.exitCode = sum('failed') ? 1 : 0;
      return `${sum('passed')} passed, ${sum('failed')} failed`;
    },
  };
}

function countReport(file) {
  let report;
  try {
    report = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that could not be loaded, or that has no test, counts as one failure: it must not vanish from the sum.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((t) => t.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
