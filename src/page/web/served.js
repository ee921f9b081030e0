// The engine as a server: `postmirth preview` answers on the loopback.
export const served = true;
export const examples = [];
export const example = async () => '';

async function got(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

export const ask = (question) => got('engine', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(question) });
// A server answers the next question whatever it is doing.
export const restart = () => {};
export const files = () => got('files');
export const file = (name) => got(`file?name=${encodeURIComponent(name)}`);

export function follow(changed, lost) {
  const events = new EventSource('events');
  let ended = false;
  events.addEventListener('changed', () => changed());
  events.addEventListener('error', () => { ended = true; lost(); });
  // After a new start the report may be another one.
  events.addEventListener('open', () => { if (ended) { ended = false; changed(); } });
}
