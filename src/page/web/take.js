// Taking things away: as files, or by way of the clipboard.
import { coded, h, inner } from './views.js';

const KINDS = { svg: 'image/svg+xml', png: 'image/png', md: 'text/markdown', mmd: 'text/plain', html: 'text/html' };

function blob({ file, text, base64 }) {
  const bytes = base64 === undefined ? text : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: KINDS[file.split('.').pop()] ?? 'text/plain' });
}

function download(attached) {
  const link = h('a', { href: URL.createObjectURL(blob(attached)), download: attached.file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copyText({ text }) {
  await navigator.clipboard.writeText(text);
}

async function copyImage(attached) {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob(attached) })]);
}

// As an editor takes it: headings, lists and links, without the advice around them.
async function copyRich({ text }) {
  const html = new DOMParser().parseFromString(inner(text), 'text/html').querySelector('article');
  await navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob([html.outerHTML], { type: 'text/html' }),
    'text/plain': new Blob([html.innerText ?? html.textContent], { type: 'text/plain' }),
  })]);
}

const svg = (found) => found.picture && { file: found.picture.file, text: found.picture.svg };
const OFFERS = [
  ['svg', 'Picture, SVG', 'The picture as it is set under Picture: sharp at any size, for a README on GitHub.', ['picture'], svg, { Download: download, Copy: copyText }],
  ['png', 'Picture, PNG', 'The same with two pixels for each one, for Medium, slides and chats.', ['png'], (found) => found.png, { Download: download, 'Copy image': copyImage }],
  ['snippet', 'README snippet', 'The lines that show both pictures on light and dark pages, and the files they name.', ['snippet'], (found) => found.snippet, { Copy: copyText, 'Download the SVG files': null }],
  ['mermaid', 'Mermaid', 'The timeline as a diagram that GitHub and wikis draw themselves.', ['mermaid'], (found) => found.mermaid, { Copy: copyText, Download: download }],
  ['article', 'Medium', 'The report as rich text: paste it into a new story, and add the pictures where it says so.', ['article'], (found) => found.article, { 'Copy as rich text': copyRich, Download: download }],
  ['told', 'Told report', 'The report told again as it stands under Told, in Markdown. `postmirth plain` takes the humour out again.', ['told'], (found) => found.told?.markdown, { Download: download, Copy: copyText }],
];

export function take(place, ask, say) {
  place.replaceChildren(h('ul', { class: 'offers' }, OFFERS.map(([name, title, about, asked, pick, ways]) => {
    const shown = h('div', { role: 'status' });
    const does = (label, way) => async () => {
      shown.textContent = '…';
      try {
        const found = await ask(asked);
        const attached = pick(found);
        if (found.error || !attached) throw new Error(found.error ?? found.undrawn?.[0]?.message ?? 'there is nothing to take away');
        if (way) await way(attached);
        else for (const file of found.files) { download(file); await new Promise((done) => setTimeout(done, 150)); }
        shown.textContent = label.startsWith('Copy') ? 'Copied.' : way ? `${attached.file} is in your downloads.` : `${found.files.map(({ file }) => file).join(', ')} are in your downloads.`;
        say('');
      } catch (error) {
        shown.textContent = `Not taken: ${error.message}`;
      }
    };
    return h('li', { id: `take-${name}` }, h('h3', {}, title), h('p', { class: 'quiet' }, coded(about)),
      h('p', { class: 'ways' }, Object.entries(ways).map(([label, way]) => h('button', { type: 'button', onclick: does(label, way) }, label))), shown);
  })));
}

