import process from 'node:process';
import { checkDocument } from './check-document.ts';

// One document in a process of its own: its memory is measured, and what ends it ends no other.
const [document = '', folder = ''] = process.argv.slice(2);
const report = await checkDocument(document, folder);
process.stdout.write(`\n${JSON.stringify(report)}\n`);
process.exit();
