// Takes the custom sections out of a module: names and notes of tools, which no browser reads.
//   node slim.mjs MODULE
import { readFileSync, writeFileSync } from 'node:fs';

const [path] = process.argv.slice(2);
const bytes = readFileSync(path);

function length(at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at];
    at += 1;
    value += (byte & 127) * 2 ** shift;
    shift += 7;
    if (byte < 128) return [value, at];
  }
}

const kept = [bytes.subarray(0, 8)];
for (let at = 8; at < bytes.length;) {
  const [size, body] = length(at + 1);
  if (bytes[at] !== 0) kept.push(bytes.subarray(at, body + size));
  at = body + size;
}
writeFileSync(path, Buffer.concat(kept));
