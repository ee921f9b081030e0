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

const waiting = new Map();
let last = 0;
let broken = null;
let worker = null;

function drop(why) {
  for (const { reject } of waiting.values()) reject(why);
  waiting.clear();
}

function start() {
  worker = new Worker('worker.js', { type: 'module' });
  worker.addEventListener('message', ({ data: { id, answer, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error)); else resolve(JSON.parse(answer));
  });
  worker.addEventListener('error', (event) => {
    broken = new Error(event.message || 'the engine could not be loaded');
    drop(broken);
  });
}
start();

// Gives up what is under way, for it takes long and nobody wants it any more.
export function restart() {
  worker.terminate();
  drop(new Error('overtaken'));
  start();
}

export function ask(question) {
  if (broken) return Promise.reject(broken);
  return new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, question: JSON.stringify(question) });
  });
}
