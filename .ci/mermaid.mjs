// Reads every chart of a folder with Mermaid and ends with 1 when one is invalid or loses a row.
import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

// Mermaid marks entity codes so while it reads, and puts them right in the picture.
const decoded = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const clock = (date) => {
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

const wrong = [];
let rows = 0;
const folder = process.argv[2];
const names = readdirSync(folder).filter((name) => name.endsWith('.mmd')).sort();
for (const name of names) {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const written = text.split('\n').filter((line) => / :((done|crit|milestone), )*\d{4}-/.test(line));
  try {
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const tasks = db.getTasks();
    rows += tasks.length;
    const told = (line) => line.trim().replace(/ :[^:]*:.*$/, '').replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    if (tasks.length !== written.length) wrong.push(`${name}: ${tasks.length} rows of ${written.length}`);
    tasks.forEach((task, index) => {
      const line = written[index] ?? '';
      if (decoded(task.task).trim() !== told(line)) wrong.push(`${name}: "${decoded(task.task)}" where "${told(line)}" is written`);
      if (!line.includes(clock(task.startTime)) || !line.includes(clock(task.endTime)) || task.endTime < task.startTime) {
        wrong.push(`${name}: ${clock(task.startTime)} to ${clock(task.endTime)} where "${line.trim()}" is written`);
      }
    });
    const sections = db.getSections();
    if (new Set(sections).size !== sections.length) wrong.push(`${name}: two sections of one name`);
    if (!db.getDiagramTitle()) wrong.push(`${name}: no title`);
  } catch (error) {
    wrong.push(`${name}: ${String(error.message ?? error).split('\n')[0]}`);
  }
}
console.log(wrong.length ? wrong.join('\n') : `mermaid: ${names.length} charts with ${rows} rows, all valid`);
process.exit(wrong.length || !names.length ? 1 : 0);
