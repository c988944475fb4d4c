// A program of its own, for its TMPDIR is where the browser goes.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
