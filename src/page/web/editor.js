// The report as text: a text field over a sheet that shows, line by line, what was read there.

// Past this many letters the sheet would cost more than it shows.
const MOST = 200_000;

export class Editor {
  constructor(field, mirror, hooks) {
    Object.assign(this, { field, mirror, hooks, events: [], findings: [], lines: [] });
    field.addEventListener('input', () => {
      this.draw();
      hooks.changed(field.value);
    });
    const at = () => hooks.at(field.selectionStart);
    field.addEventListener('click', at);
    field.addEventListener('keyup', at);
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hooks.back();
      // Tab leaves the field, as everywhere else.
    });
  }

  put(text) {
    if (this.field.value !== text) this.field.value = text;
    [this.events, this.findings] = [[], []];
    this.draw();
  }

  // Shows which lines are events, of which phase, and where something was found.
  marks(found) {
    const facts = found.facts?.events ?? [];
    this.events = (found.spots?.events ?? []).map((spot, at) => ({ spot, ...facts[at] }));
    this.findings = (found.findings ?? []).filter((finding) => finding.spot && finding.spot[1] > finding.spot[0]);
    this.draw();
  }

  draw() {
    const text = this.field.value;
    const plain = text.length > MOST;
    this.field.parentElement.classList.toggle('plain', plain);
    if (plain) { this.mirror.replaceChildren(); this.lines = []; return; }
    let start = 0;
    const starts = [];
    const drawn = text.split('\n').map((line) => {
      starts.push(start);
      const row = this.row(line, start);
      start += line.length + 1;
      return row;
    });
    this.lines = starts;
    this.mirror.replaceChildren(...drawn);
  }

  row(line, start) {
    const row = document.createElement('div');
    const end = start + line.length;
    const event = this.events.find(({ spot }) => spot[0] <= end && start < spot[1] && line.trim());
    if (event) row.className = `event ${event.phase}${event.certain ? '' : ' unsure'}`;
    let at = 0;
    for (const { spot, severity, message } of this.findings) {
      const [from, to] = [Math.max(spot[0] - start, at), Math.min(spot[1] - start, line.length)];
      if (from >= to) continue;
      row.append(line.slice(at, from));
      const mark = document.createElement('mark');
      mark.className = severity;
      mark.title = message;
      mark.textContent = line.slice(from, to);
      row.append(mark);
      at = to;
    }
    row.append(line.slice(at) || (at ? '' : '\u200b'));
    return row;
  }

  select([from, to]) {
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(from, to);
    const line = this.lines.findLastIndex((start) => start <= from);
    this.mirror.children[line]?.scrollIntoView({ block: 'center' });
    this.hooks.at(from);
  }
}
