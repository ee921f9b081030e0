// The engine in the browser: the library, compiled, in a worker of its own.
export const served = false;
export const examples = [
  { name: 'table.md', title: 'Map tiles unavailable' },
  { name: 'no-headings.md', title: 'Without any heading' },
  { name: 'over-midnight.md', title: 'Over midnight' },
  { name: 'multi-day-bullets.md', title: 'Over several days' },
  { name: 'prose-measures.md', title: 'Measures in prose' },
  { name: 'bare-lines-12h.md', title: 'Bare lines, AM and PM' },
];

export async function example(name) {
  const response = await fetch(`examples/${name}`);
  if (!response.ok) throw new Error(`examples/${name}: ${response.status}`);
  return response.text();
}

const worker = new Worker('worker.js', { type: 'module' });
const waiting = new Map();
let last = 0;
let broken = null;

worker.addEventListener('message', ({ data: { id, answer, error } }) => {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (error) reject(new Error(error)); else resolve(JSON.parse(answer));
});
worker.addEventListener('error', (event) => {
  broken = new Error(event.message || 'the engine could not be loaded');
  for (const { reject } of waiting.values()) reject(broken);
  waiting.clear();
});

export function ask(question) {
  if (broken) return Promise.reject(broken);
  return new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, question: JSON.stringify(question) });
  });
}
