// The front page of a folder: each incident with its strip and figures, and what is overdue.
import { h, span } from './views.js';

const known = new Map();

async function card(file, engine, look, today) {
  const { text, error } = await engine.file(file);
  if (error) return { file, why: error };
  const old = known.get(file);
  if (old?.text === text) return old;
  const found = await engine.ask({ report: text, name: file, ask: ['facts', 'picture'], look: { ...look, chart: 'incident', layout: 'strip' } });
  const overdue = (found.facts?.actions ?? []).filter((action) => action.status === 'open' && action.due && action.due < today);
  const why = found.picture ? undefined : found.undrawn?.[0]?.message ?? found.error;
  return { file, text, facts: found.facts, picture: found.picture, overdue, why };
}

function shown({ file, facts, picture, overdue }) {
  const image = h('img', { src: URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' })), alt: picture.alt, width: picture.width, height: picture.height });
  const figures = Object.entries(facts.metrics).filter(([, metric]) => metric).map(([name, metric]) => `${span(metric.minutes)} to ${name}`);
  const done = facts.actions.filter((action) => action.status === 'done').length;
  return h('li', { 'data-file': file },
    h('a', { href: `#${encodeURIComponent(file)}` }, h('h2', {}, facts.title ?? file), h('div', { class: 'frame' }, image)),
    h('p', { class: 'quiet' }, [file, facts.start?.slice(0, 10), ...figures, `${done} of ${facts.actions.length} actions told as done`].filter(Boolean).join(' · ')),
    overdue.length ? h('p', { class: 'late' }, `${overdue.length} overdue`) : null);
}

// A told report lies beside the plain one; an incident is shown once.
const mark = ({ facts }) => JSON.stringify([facts.start, facts.end, facts.events.map((event) => [event.at, event.phase]), facts.actions.length]);

function late({ due, text, owner, file }) {
  return h('li', {}, h('strong', {}, due), ' ', text, owner && !text.includes(owner) ? h('span', { class: 'quiet' }, ` ${owner}`) : '', ' ', h('a', { href: `#${encodeURIComponent(file)}` }, file));
}

const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

export async function front(place, files, engine, look, today) {
  const depth = (file) => file.split('/').length;
  const cards = [];
  const seen = new Map();
  for (const file of [...files].sort((one, two) => depth(one) - depth(two) || one.localeCompare(two))) {
    let one = await card(file, engine, look, today);
    known.set(file, one);
    if (one.picture) {
      const first = seen.get(mark(one));
      if (first) one = { file, why: `the same incident as ${first}` };
      else seen.set(mark(one), file);
    }
    cards.push(one);
  }
  const drawn = cards.filter((one) => one.picture).sort((one, two) => (two.facts.start ?? '').localeCompare(one.facts.start ?? ''));
  const open = drawn.flatMap((one) => one.overdue.map((action) => ({ ...action, file: one.file }))).sort((one, two) => one.due.localeCompare(two.due));
  const others = cards.filter((one) => !one.picture);
  place.replaceChildren(
    ...(open.length ? [h('section', { class: 'overdue' }, h('h2', {}, `${counted(open.length, 'follow-up')} overdue`), h('ul', {}, open.slice(0, 4).map(late)),
      open.length > 4 ? h('details', {}, h('summary', {}, `${open.length - 4} more`), h('ul', {}, open.slice(4).map(late))) : null)] : []),
    h('ul', { class: 'incidents' }, drawn.map(shown)),
    ...(others.length ? [h('details', {}, h('summary', {}, counted(others.length, 'other file')), h('ul', {}, others.map((one) =>
      h('li', {}, h('a', { href: `#${encodeURIComponent(one.file)}` }, one.file), ` ${one.why ?? ''}`))))] : []),
  );
  if (!cards.length) place.replaceChildren(h('p', { class: 'quiet' }, 'No Markdown file lies in this folder yet.'));
  document.documentElement.dataset.front = Number(document.documentElement.dataset.front ?? 0) + 1;
}
