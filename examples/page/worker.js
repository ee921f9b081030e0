// Passes questions to the compiled library and its answers back. Three functions are all of a
// module's interface: room for a text, the answer to one, and the way to give the room back.
//
// There are two modules: `first` has what a first picture takes, `full` all of it. The full one is
// loaded once the first has answered, or when the first says that it cannot.
const modules = {};
const running = {};

function compiled(name) {
  modules[name] ??= WebAssembly.compileStreaming(fetch(`${name}.wasm`));
  modules[name].catch(() => { delete modules[name]; });
  return modules[name];
}

async function started(name) {
  if (!running[name]) {
    const module = await compiled(name);
    // Nothing is imported but leavings of crates that could draw on a page themselves.
    const imports = {};
    for (const { module: from, name: wanted } of WebAssembly.Module.imports(module)) {
      (imports[from] ??= {})[wanted] = () => { throw new Error(`${wanted} is not to be called`); };
    }
    running[name] = (await WebAssembly.instantiate(module, imports)).exports;
  }
  return running[name];
}

function told(name, exports, question) {
  const { memory, room, answer, done } = exports;
  const asked = new TextEncoder().encode(question);
  const at = room(asked.length);
  new Uint8Array(memory.buffer, at, asked.length).set(asked);
  let said;
  try {
    said = answer(at, asked.length);
  } catch (error) {
    // What stopped once is started anew.
    delete running[name];
    throw error;
  }
  // The answer lies behind its own length.
  const length = new DataView(memory.buffer).getUint32(said, true);
  const text = new TextDecoder().decode(new Uint8Array(memory.buffer, said + 4, length));
  done(said, length + 4);
  return text;
}

let whole = false;

async function answer(question) {
  if (!whole) {
    const text = told('first', await started('first'), question);
    if (text !== '{"incomplete":true}') return text;
  }
  const exports = await started('full');
  whole = true;
  return told('full', exports, question);
}

let later = null;

addEventListener('message', async ({ data: { id, question } }) => {
  try {
    postMessage({ id, answer: await answer(question) });
    // By the time that somebody asks for more it is there.
    later ??= setTimeout(() => compiled('full').catch(() => { later = null; }), 1500);
  } catch (error) {
    postMessage({ id, error: String(error.message ?? error) });
  }
});
