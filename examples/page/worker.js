// Passes questions to the compiled library and its answers back. Three functions are all of its
// interface: room for a text, the answer to one, and the way to give the room back.
const compiled = WebAssembly.compileStreaming(fetch('postmirth.wasm'));
let running = null;

async function started() {
  running ??= WebAssembly.instantiate(await compiled, {});
  return (await running).exports;
}

async function answer(question) {
  const { memory, room, answer, done } = await started();
  const asked = new TextEncoder().encode(question);
  const at = room(asked.length);
  new Uint8Array(memory.buffer, at, asked.length).set(asked);
  const told = answer(at, asked.length);
  // The answer lies behind its own length.
  const length = new DataView(memory.buffer).getUint32(told, true);
  const text = new TextDecoder().decode(new Uint8Array(memory.buffer, told + 4, length));
  done(told, length + 4);
  return text;
}

addEventListener('message', async ({ data: { id, question } }) => {
  try {
    postMessage({ id, answer: await answer(question) });
  } catch (error) {
    // What stopped once is started anew.
    running = null;
    postMessage({ id, error: String(error.message ?? error) });
  }
});
