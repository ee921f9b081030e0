// The page: what is chosen, what is asked of the engine, and where the answers go. The engine is
// `engine.js`: compiled into the browser, or the server of `postmirth preview`.
import * as engine from './engine.js';
import { Editor } from './editor.js';
import { front } from './front.js';
import { take } from './take.js';
import { $, check, choosable, facts, told, undrawn } from './views.js';

const KEPT = 'postmirth';
const TABS = ['report', 'picture', 'facts', 'check', 'told', 'take'];
const dark = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 900px)');

const state = Object.assign(
  { report: '', name: 'report.md', tab: 'picture', tone: null, seed: null, lines: '', markdown: false, today: false, look: {} },
  kept(),
);
state.look = Object.assign({ chart: 'incident', layout: 'gantt', style: 'paper' }, state.look);

// What is kept from one visit to the next stays in this browser.
function kept() {
  try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
}

function keep() {
  const own = engine.served ? { report: '', name: undefined } : {};
  try { localStorage.setItem(KEPT, JSON.stringify({ ...state, ...own })); } catch { /* full, or not allowed */ }
}

const editor = new Editor($('text'), $('mirror'), {
  changed(text) {
    if (replaced(text)) Object.assign(state, { name: 'report.md', seed: null });
    state.report = text;
    keep();
    refresh();
  },
  at(unit) { mark(unit); },
  back() { lastRow?.focus(); },
});

// Another report pasted over the one that was open does not go by that one's file name.
function replaced(text) {
  const lines = state.report.split('\n').filter((line) => line.trim());
  const now = new Set(text.split('\n'));
  return lines.filter((line) => now.has(line)).length * 5 < lines.length;
}

let answer = {};
let lastRow = null;

// A day as `--today` takes it, in the reader's own zone.
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const theme = () => state.look.theme ?? (dark.matches ? 'dark' : 'light');

function question(ask) {
  // Until a theme is chosen it is that of the system.
  const look = { theme: theme(), ...state.look };
  if (state.today) look.today = today();
  return { report: state.report, name: state.name, ask, look, tone: state.tone, seed: state.seed, roll: rolling, lines: state.lines };
}

// Asked once after each press of the button.
let rolling = false;

// One question is under way at a time; what changes meanwhile is asked when it is answered.
let under = false;
let stale = false;
let began = 0;
const LONG = 3000;
async function refresh() {
  if (under) {
    stale = true;
    // A megabyte may take its time, and must not keep the next report waiting.
    if (drawnOnce && performance.now() - began > LONG) engine.restart();
    return;
  }
  under = true;
  do {
    stale = false;
    began = performance.now();
    const ask = ['facts', 'findings'];
    if (state.tab === 'told') ask.push('told');
    try {
      // The picture comes first and by itself: it is what one looks at while typing.
      const drawn = looking() ? await engine.ask(question(['picture'])) : {};
      if (looking()) draw(drawn, performance.now() - began);
      if (stale) continue;
      const asked = question(ask);
      rolling = false;
      const found = { ...drawn, ...await engine.ask(asked) };
      if (asked.roll && found.told) { state.seed = found.told.seed; keep(); }
      // Whoever types faster than it is read sees what was read, but no marks beside their words.
      show(found, !stale);
    } catch (error) {
      if (!stale) say(`The engine does not answer: ${error.message}`);
    }
  } while (stale);
  under = false;
}

function say(text) {
  if ($('state').textContent !== text) $('state').textContent = text;
}

const looking = () => state.tab === 'picture' || state.tab === 'report';
const empty = () => !state.report.trim();

// Before the first answer it is the loading that takes long.
let drawnOnce = false;
function draw(found, ms) {
  drawnOnce = true;
  if (found.error) return;
  document.body.classList.toggle('empty', empty());
  picture(found);
  document.documentElement.dataset.ms = ms.toFixed(1);
}

function show(found, current) {
  drawnOnce = true;
  answer = found;
  if (found.error) { undrawn([{ severity: 'error', code: 'page', message: found.error }], go); return; }
  document.body.classList.toggle('empty', empty());
  if (!looking()) undrawn([], go);
  if (current) editor.marks(found);
  const count = found.words ?? 0;
  $('words').textContent = `${count} word${count === 1 ? '' : 's'} · ${engine.served ? 'edit the file, and the page follows' : 'stays in this browser'}`;
  facts($('facts'), found, go);
  check($('check'), found, go);
  if (found.told || state.tab === 'told') told($('retold'), $('telling'), found, state, go);
  const open = (found.findings ?? []).filter((finding) => finding.severity !== 'note').length;
  $('count').hidden = open === 0 || empty();
  $('count').textContent = open;
  $('count').setAttribute('aria-label', `${open} findings`);
  if (current) document.documentElement.dataset.drawn = Number(document.documentElement.dataset.drawn ?? 0) + 1;
}

let url = null;
function picture(found) {
  const drawing = found.picture;
  undrawn(empty() || drawing ? [] : found.undrawn ?? [], go);
  const noMeasures = !empty() && !drawing && !(found.undrawn?.length);
  if (noMeasures && state.tab === 'picture') undrawn([{ severity: 'note', message: 'The report names no measures, so there is no picture of them.' }], go);
  $('figure').hidden = $('in-words').hidden = !drawing;
  if (!drawing) return;
  const next = URL.createObjectURL(new Blob([drawing.svg], { type: 'image/svg+xml' }));
  const image = $('image');
  image.width = drawing.width;
  image.height = drawing.height;
  image.alt = drawing.alt;
  image.src = next;
  if (url) URL.revokeObjectURL(url);
  url = next;
  $('summary').textContent = drawing.summary;
  $('description').textContent = drawing.description;
}

// From a fact or a finding to its words in the report.
function go(spot, row) {
  if (!spot) return;
  lastRow = row;
  if (narrow.matches) tab('report');
  editor.select(spot);
}

// And from the words to the fact.
function mark(unit) {
  const spots = answer.spots ?? {};
  for (const kind of ['events', 'actions', 'notes']) {
    const at = (spots[kind] ?? []).findIndex(([from, to]) => from <= unit && unit <= to);
    document.querySelectorAll(`#facts [data-kind=${kind}]`).forEach((row, index) => {
      const here = index === at;
      row.classList.toggle('here', here);
      if (here && state.tab === 'facts') row.scrollIntoView({ block: 'nearest' });
    });
  }
}

function tab(name, focus) {
  if (name === 'report' && !narrow.matches) name = 'picture';
  state.tab = name;
  document.body.dataset.tab = name;
  for (const other of TABS) {
    const button = $(`tab-${other}`);
    const on = other === name;
    button.setAttribute('aria-selected', on);
    button.tabIndex = on ? 0 : -1;
    if (on) button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (other !== 'report') $(other).hidden = !on;
    if (on && focus) button.focus();
  }
  keep();
  if (name === 'take') take($('take'), (ask) => engine.ask(question(ask)), say);
  refresh();
}

$('tabs').addEventListener('click', (event) => {
  const button = event.target.closest('[role=tab]');
  if (button) tab(button.dataset.tab);
});
$('tabs').addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const shown = TABS.filter((name) => name !== 'report' || narrow.matches);
  const at = shown.indexOf(state.tab);
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? shown.length - 1 : step && (at + step + shown.length) % shown.length;
  if (next === undefined) return;
  event.preventDefault();
  tab(shown[next], true);
});

async function choices() {
  const { choices } = await engine.ask({ report: '', ask: ['choices'] });
  const chosen = (key) => (value) => { state.look[key] = value; keep(); controls(); refresh(); };
  const label = { incident: 'Incident', actions: 'Actions', cover: 'Cover' };
  $('charts').replaceChildren(...choices.charts.map(({ name, about }) => {
    const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'chart', value: name, checked: name === state.look.chart });
    input.addEventListener('change', () => chosen('chart')(name));
    const text = Object.assign(document.createElement('label'), { title: about });
    text.append(input, label[name] ?? name);
    return text;
  }));
  choosable($('layout'), choices.layouts, state.look.layout, chosen('layout'));
  choosable($('style'), choices.styles, state.look.style, chosen('style'));
  choosable($('theme'), choices.themes, theme(), chosen('theme'));
  choosable($('tone'), choices.tones, state.tone ?? '', (value) => { state.tone = value || null; keep(); refresh(); });
  $('today').checked = state.today;
  $('as-markdown').checked = state.markdown;
  controls();
}

// A control that changes nothing about this picture is not offered.
function controls() {
  $('layout').disabled = state.look.chart !== 'incident';
  $('overdue').hidden = state.look.chart !== 'actions';
}

$('look').addEventListener('submit', (event) => event.preventDefault());
$('today').addEventListener('change', (event) => { state.today = event.target.checked; keep(); refresh(); });
$('as-markdown').addEventListener('change', (event) => { state.markdown = event.target.checked; keep(); refresh(); });
$('lines').value = state.lines;
$('own').open = Boolean(state.lines.trim());
$('lines').addEventListener('input', (event) => { state.lines = event.target.value; keep(); refresh(); });
$('brief').addEventListener('click', async () => {
  const { brief, undrawn: why, error } = await engine.ask(question(['brief']));
  if (brief) await navigator.clipboard.writeText(brief.text);
  $('briefed').textContent = brief ? 'Copied: paste it to your writer.' : error ?? why?.[0]?.message ?? '';
});
$('roll').addEventListener('click', () => { rolling = true; refresh(); });

function put(text, name) {
  // A reply is for the report that it was written for.
  if (name !== state.name) $('lines').value = state.lines = '';
  state.report = text;
  state.name = name;
  $('report-name').textContent = engine.served ? name : 'Report';
  editor.put(text);
  keep();
  return refresh();
}

// A file may be in any encoding; the browser knows the usual ones.
async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text;
  try { text = new TextDecoder(mark, { fatal: true }).decode(bytes); } catch { text = new TextDecoder('windows-1252').decode(bytes); }
  state.seed = null;
  await put(text, file.name);
}

function own() {
  for (const { name, title } of engine.examples) $('example').append(new Option(title, name));
  $('example').addEventListener('change', async (event) => {
    const name = event.target.value;
    if (!name) return;
    state.seed = null;
    await put(await engine.example(name), name);
    event.target.value = '';
  });
  $('try').addEventListener('click', () => {
    $('example').value = engine.examples[0].name;
    $('example').dispatchEvent(new Event('change'));
  });
  $('open').addEventListener('click', () => $('file').click());
  $('file').addEventListener('change', (event) => { const [file] = event.target.files; if (file) read(file); event.target.value = ''; });
  $('clear').addEventListener('click', () => { put('', 'report.md'); $('text').focus(); });
  addEventListener('dragover', (event) => { event.preventDefault(); $('drop').hidden = false; });
  addEventListener('dragleave', (event) => { if (!event.relatedTarget) $('drop').hidden = true; });
  addEventListener('drop', (event) => {
    event.preventDefault();
    $('drop').hidden = true;
    const [file] = event.dataTransfer.files;
    if (file) read(file);
  });
  say('');
  put(state.report, state.name);
}

// Under `postmirth preview` the report is a file, which its author edits elsewhere.
async function followed() {
  document.body.classList.add('served');
  $('text').readOnly = true;
  $('text').placeholder = '';
  const open = async (file) => {
    const { text, error } = await engine.file(file);
    document.body.classList.toggle('lost', Boolean(error));
    // What was seen last stays until there is something new to see.
    if (error) { say(error); return; }
    say(`following ${file}`);
    if (text !== state.report || file !== state.name) await put(text, file);
  };
  const route = async () => {
    const { folder, files } = await engine.files();
    const named = decodeURIComponent(location.hash.slice(1));
    const file = folder ? files.find((known) => known === named) ?? (named && named === state.name ? named : undefined) : files[0];
    $('front').hidden = file !== undefined;
    $('desk').hidden = file === undefined;
    $('up').hidden = !folder || file === undefined;
    if (file !== undefined) await open(file);
    else { say(`following ${folder}`); await front($('front'), files, engine, { theme: theme(), ...state.look }, today()); }
    document.title = file === undefined ? `postmirth: ${folder}` : `${file}: postmirth`;
  };
  addEventListener('hashchange', () => { state.report = ''; route(); });
  engine.follow(route, () => say('postmirth preview has ended; start it again and this page goes on'));
  await route();
}

tab(TABS.includes(state.tab) ? state.tab : 'picture');
narrow.addEventListener('change', () => tab(state.tab));
dark.addEventListener('change', () => { $('theme').value = theme(); refresh(); });
try {
  await choices();
  if (engine.served) await followed(); else own();
} catch (error) {
  say(`This page could not start: ${error.message}`);
}
