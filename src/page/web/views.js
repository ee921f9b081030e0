// The views: facts, findings and the told report. Text from a report is only ever put in as text.

export const $ = (id) => document.getElementById(id);

// An element with its attributes and children.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

// The same content is not put in again: what has the focus keeps it, and nothing scrolls.
function put(place, ...children) {
  const next = h('div', {}, ...children);
  if (place.dataset.same === next.textContent && place.childElementCount) return;
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.row : undefined;
  place.dataset.same = next.textContent;
  place.replaceChildren(...next.childNodes);
  if (focused !== undefined) place.querySelector(`[data-row="${focused}"]`)?.focus();
}

export function choosable(select, values, chosen, changed) {
  for (const { name, about } of values) select.append(Object.assign(new Option(name, name), { title: about }));
  select.value = chosen;
  select.addEventListener('change', () => changed(select.value));
}

// Why there is no picture.
export function undrawn(remarks, go) {
  const why = $('why');
  why.hidden = remarks.length === 0;
  why.replaceChildren(...remarks.map((remark) => item(remark, go, 'div')));
}

function item(remark, go, tag = 'li') {
  const place = remark.line
    ? h('button', { type: 'button', class: 'go', onclick: (event) => go(remark.spot, event.currentTarget) }, `line ${remark.line}`)
    : null;
  return h(tag, { class: `finding ${remark.severity}` },
    h('p', {}, place, place ? ' ' : null, h('strong', {}, coded(sentence(remark.message)))),
    remark.hint ? h('p', { class: 'quiet' }, coded(sentence(remark.hint))) : null,
    remark.code ? h('code', { class: 'quiet' }, remark.code) : null);
}

// What a message puts between backticks is code.
export const coded = (text) => text.split('`').map((part, at) => (at % 2 ? h('code', {}, part) : part));

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const words = (name) => name.replaceAll('_', ' ');

export function span(minutes) {
  if (minutes < 1) return `${Math.round(minutes * 60)} s`;
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, Math.round(minutes % 60)];
  return [days && `${days} d`, hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ') || '0 min';
}

function day(at) {
  return /^\d{4}-\d{2}-\d{2}/.exec(at ?? '')?.[0];
}

function when({ start, end }) {
  const [from, to] = [start, end].map((moment) => moment?.replace('T', ' ').slice(0, 16));
  const sameDay = day(start) && day(start) === day(end);
  return [from, sameDay ? to.slice(11) : to].filter(Boolean).join(' to ');
}

export function facts(place, { facts: told, spots, undrawn: why }, go) {
  if (!told || !(told.events.length || told.actions.length || told.notes.length)) {
    put(place, h('p', { class: 'quiet' }, why?.length ? sentence(why[0].message) : 'What is read from the report is shown here.'));
    return;
  }
  const figures = Object.entries(told.metrics).filter(([, metric]) => metric).map(([name, metric]) =>
    h('div', { class: `figure ${name}` }, h('dt', {}, `to ${name}`), h('dd', {}, span(metric.minutes))));
  const lines = [
    ['Title', told.title],
    ['When', when(told)],
    ['Lasted', told.duration_minutes === null ? null : span(told.duration_minutes)],
    ['Zone', told.zone && [told.zone.label, told.zone.offset].filter(Boolean).join(' ')],
    ['Affected', told.affected_percent === null ? null : `${told.affected_percent} %`],
    ['Cause', told.root_cause],
  ].filter(([, value]) => value);
  const doubts = told.diagnostics.filter((doubt) => doubt.severity !== 'error').map((doubt) =>
    h('li', {}, doubt.line ? `line ${doubt.line}: ` : '', doubt.message));
  put(place,
    figures.length ? h('dl', { class: 'figures' }, figures) : null,
    h('dl', { class: 'lines' }, lines.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    told.events.length ? timeline(told.events, spots.events, go) : null,
    told.actions.length ? actions(told.actions, spots.actions, go) : null,
    told.notes.length ? [h('h3', {}, 'Entries without a time'), h('ul', { class: 'rows' }, told.notes.map((note, at) =>
      h('li', { 'data-kind': 'notes' }, row(note.text, spots.notes[at], `n${at}`, go))))] : null,
    doubts.length ? [h('h3', {}, 'What is uncertain'), h('ul', {}, doubts)] : null);
}

function row(text, spot, name, go) {
  return h('button', { type: 'button', class: 'go row', 'data-row': name, onclick: (event) => go(spot, event.currentTarget) }, text);
}

function timeline(events, spots, go) {
  let before = null;
  const rows = events.map((event, at) => {
    const date = day(event.at);
    const head = date && date !== before ? h('tr', { class: 'day' }, h('th', { colspan: 3, scope: 'colgroup' }, date)) : null;
    before = date ?? before;
    const kind = event.certain
      ? h('span', { class: `chip ${event.phase}` }, words(event.kind))
      : h('span', { class: 'chip unsure', title: 'Not stated in plain words: the picture asserts nothing of it' }, `${words(event.kind)}?`);
    return [head, h('tr', { 'data-kind': 'events', class: event.certain ? '' : 'unsure' },
      h('td', { class: 'clock' }, event.clock ?? ''), h('td', {}, kind), h('td', {}, row(event.text, spots[at], `e${at}`, go)))];
  });
  return [h('h3', {}, 'Timeline'), h('table', { class: 'rows' },
    h('thead', { class: 'hidden' }, h('tr', {}, ['Time', 'Kind', 'Event'].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, rows))];
}

function actions(list, spots, go) {
  return [h('h3', {}, 'Actions'), h('ul', { class: 'rows' }, list.map((action, at) =>
    h('li', { 'data-kind': 'actions' },
      h('span', { class: 'tick', role: 'img', 'aria-label': action.status_told ? action.status : 'state not told' }, action.status === 'done' ? '☑' : action.status_told ? '☐' : '•'),
      row(action.text, spots[at], `a${at}`, go),
      h('span', { class: 'quiet' }, [action.certain && action.category, action.owner, action.due && `due ${action.due}`].filter(Boolean).join(' · ')))))];
}

export function check(place, { findings, card }, go) {
  if (!findings || !card) {
    put(place, findings?.length
      ? h('ul', { class: 'findings' }, findings.map((finding) => item(finding, go)))
      : h('p', { class: 'quiet' }, 'What a postmortem must hold and this one does not is shown here.'));
    return;
  }
  const held = card.filter((point) => point.holds).length;
  const parts = [...new Set(card.map((point) => point.part))];
  put(place,
    h('p', { class: 'score' }, h('strong', {}, `${held} of ${card.length}`), ' points hold'),
    findings.length ? h('ul', { class: 'findings' }, findings.map((finding) => item(finding, go))) : h('p', {}, 'Nothing is missing.'),
    h('div', { class: 'card' }, parts.map((part) => h('section', {}, h('h3', {}, part),
      h('ul', {}, card.filter((point) => point.part === part).map((point) =>
        h('li', { class: point.holds ? 'holds' : 'lacks' }, h('span', { role: 'img', 'aria-label': point.holds ? 'holds' : 'lacks' }, point.holds ? '✓' : '✗'), ' ', coded(point.asks))))))));
}

export function told(place, line, { told, only_telling: only, undrawn: why }, state, go) {
  if (!told) {
    line.textContent = '';
    put(place, h('p', { class: 'quiet' }, why?.length ? sentence(why[0].message) : 'The report, told again with humour where it helps, is shown here.'));
    return;
  }
  $('refused').replaceChildren(...told.refused.map(({ slot, why }) => h('li', { class: 'finding warning' }, h('p', {}, h('strong', {}, `Line ${slot} is left out`), `: ${why}`))));
  line.textContent = [told.tone === 'off' ? 'told straight' : told.tone, told.theme && `as a ${told.theme}`, `${told.lines} line${told.lines === 1 ? '' : 's'}`, `${told.told_words} words`, only ? 'every roll tells it the same' : state.seed && `dice ${state.seed}`].filter(Boolean).join(' · ');
  const grave = told.because.length ? h('p', { class: 'because' }, `At most ${told.allowed}: `, told.because.map((because, at) => [at ? ', ' : '',
    h('button', { type: 'button', class: 'go', onclick: (event) => go(because.spot, event.currentTarget) }, `“${because.text}”`), ` (${words(because.rule)})`])) : null;
  if (state.markdown) {
    place.dataset.same = '';
    put(place, grave, h('pre', { class: 'markdown', tabindex: 0 }, told.markdown.text));
    return;
  }
  place.dataset.same = '';
  put(place, grave, article(told.html));
}

// The article alone: the advice around it and how it looks belong to the page.
export const inner = (html) => html.slice(html.indexOf('<article>'), html.lastIndexOf('</article>') + '</article>'.length);

// The article of a page that the engine wrote: nothing in it runs, and nothing is fetched.
export function article(html) {
  const page = new DOMParser().parseFromString(inner(html), 'text/html');
  const found = page.querySelector('article') ?? page.createElement('article');
  found.querySelectorAll('script, style, link, meta, iframe, object, embed, form, img, svg').forEach((element) => element.remove());
  for (const element of found.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (name !== 'href' && name !== 'id') element.removeAttribute(name);
    if (element.hasAttribute('href') && !/^(https?:|mailto:|#)/i.test(element.getAttribute('href'))) element.removeAttribute('href');
    if (element.tagName === 'A') Object.assign(element, { target: '_blank', rel: 'noopener noreferrer' });
    element.removeAttribute('id');
  }
  return document.adoptNode(found);
}
