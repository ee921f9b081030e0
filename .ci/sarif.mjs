// Reads a log with the schema of SARIF 2.1.0 and ends with 1 when it is invalid or points nowhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats(ajv);
const valid = ajv.compile(schema);

const [, , path, count] = process.argv;
const log = JSON.parse(readFileSync(path, 'utf8'));
const wrong = [];
if (!valid(log)) wrong.push(...valid.errors.map((error) => `${error.instancePath} ${error.message}`));
// The check must be able to fail.
if (valid({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })) wrong.push('the schema lets a driver without a name pass');

const { results, tool } = log.runs[0];
const texts = new Map();
const lines = (uri) => {
  if (!texts.has(uri)) texts.set(uri, readFileSync(decodeURIComponent(uri), 'utf8').split(/\r\n|\n|\r/));
  return texts.get(uri);
};
for (const { ruleId, ruleIndex, locations } of results) {
  const { artifactLocation: { uri }, region } = locations[0].physicalLocation;
  if (tool.driver.rules[ruleIndex]?.id !== ruleId) wrong.push(`${ruleId} has the index of another rule`);
  if (/^[a-z]+:|\\/i.test(uri)) wrong.push(`${uri} is not relative`);
  if (region.startLine > lines(uri).length) wrong.push(`${uri}:${region.startLine} lies below the end`);
}
if (results.length === 0) wrong.push('nothing was found in any report');
wrong.slice(0, 20).forEach((line) => console.error(`sarif: ${line}`));
console.log(`sarif: ${results.length} results of ${tool.driver.rules.length} rules in ${count} reports, ${wrong.length} wrong`);
process.exit(wrong.length > 0 ? 1 : 0);
