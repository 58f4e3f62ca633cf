const LINE = 88; // characters
const SHOWN = 200_000; // characters: a browser lays out more only slowly
const KEPT = 'mlmath-api-key';

const key = document.getElementById('key'); // where callers have keys
if (key) {
  key.value = kept();
  key.addEventListener('input', () => {
    try {
      sessionStorage.setItem(KEPT, key.value);
    } catch { // a browser that keeps nothing: the field itself holds it until the page is left
    }
  });
}

function kept() {
  try {
    return sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

for (const example of document.querySelectorAll('.example')) {
  const path = example.querySelector('.path').textContent;
  const body = example.querySelector('.body');
  const title = example.querySelector('h3').textContent;
  const actions = element('div', 'actions');
  const run = element('button', '', 'Run');
  run.setAttribute('aria-label', `Run: ${title}`);
  const copy = element('button', 'quiet', 'Copy as curl');
  copy.setAttribute('aria-label', `Copy as curl: ${title}`);
  const outcome = element('span', 'outcome');
  outcome.setAttribute('role', 'status');
  const problem = element('p', 'problem');
  problem.hidden = true;
  const answer = element('pre', 'answer');
  answer.tabIndex = 0; // so that it can be scrolled by keyboard
  answer.setAttribute('role', 'region');
  answer.setAttribute('aria-label', `Answer: ${title}`);
  answer.hidden = true;
  actions.append(run, copy, outcome);
  example.append(actions, problem, answer);

  async function send() {
    if (run.disabled) return;
    const headers = {'Content-Type': 'application/json'};
    const presented = key?.value.trim();
    if (presented) {
      headers.Authorization = `Bearer ${presented}`;
    } else if (key?.required) {
      say('enter your API key first', 'bad');
      key.focus();
      return;
    }
    run.disabled = true;
    say('running …');
    problem.hidden = true;
    const began = performance.now();
    try {
      const response = await fetch(path, {method: 'POST', headers, body: body.value});
      const text = await response.text();
      say(`${response.status} in ${(performance.now() - began).toFixed(0)} ms`, response.ok ? 'good' : 'bad');
      show(text);
      if (response.status === 401) key?.focus();
    } catch (failure) {
      say(`no answer: ${failure.message}`, 'bad');
      answer.hidden = true;
    }
    run.disabled = false;
  }

  function say(text, mood = '') {
    outcome.className = `outcome ${mood}`;
    outcome.textContent = text;
  }

  function show(text) {
    answer.hidden = false;
    answer.scrollTop = 0;
    let parsed;
    try {
      parsed = JSON.parse(text);
    } catch {
      answer.textContent = text.slice(0, SHOWN);
      return;
    }
    const laidOut = layOut(tree(text), '', 0);
    answer.textContent = laidOut.length > SHOWN ? `${laidOut.slice(0, SHOWN)}\n… and more` : laidOut;
    if (typeof parsed.type === 'string' && parsed.type.startsWith('/problems/')) {
      const link = element('a', '', 'What this means');
      link.href = parsed.type;
      problem.replaceChildren(element('strong', '', `${parsed.title}.`), ` ${parsed.detail} `, link);
      problem.hidden = false;
    }
  }

  function fit() { // all lines are seen, also where a narrow screen wraps them
    body.style.height = 'auto';
    body.style.height = `${body.scrollHeight + 2}px`;
  }

  fit();
  body.addEventListener('input', fit);
  addEventListener('resize', fit);
  run.addEventListener('click', send);
  body.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  });
  copy.addEventListener('click', async () => {
    const quoted = body.value.replaceAll("'", "'\\''");
    // The key itself stays out of the clipboard and of the shell's history.
    const authorization = key && (key.required || key.value.trim()) ? ' -H "Authorization: Bearer $MLMATH_KEY"' : '';
    const command = `curl ${location.origin}${path} -H 'Content-Type: application/json'${authorization} -d '${quoted}'`;
    try {
      await navigator.clipboard.writeText(command);
      say(authorization ? 'copied; it takes the key from MLMATH_KEY' : 'copied');
    } catch { // not allowed on a page that came without TLS from another machine
      answer.textContent = command;
      answer.hidden = false;
      getSelection().selectAllChildren(answer);
      say('selected, copy it with the keyboard');
    }
  });
}

function element(name, style, text = '') {
  const made = document.createElement(name);
  if (name === 'button') made.type = 'button';
  if (style) made.className = style;
  made.textContent = text;
  return made;
}

/* JSON as lists, lists of named fields, and scalars as they are written: through a number they would lose their digits. */
function tree(json) {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g);
  let at = 0;
  function value() {
    const token = tokens[at++];
    if (token === '[') return {open: '[', close: ']', entries: entries(']', value)};
    if (token === '{') return {open: '{', close: '}', entries: entries('}', field)};
    return token;
  }
  function field() {
    const name = tokens[at];
    at += 2;
    return {name, value: value()};
  }
  function entries(close, next) {
    const found = [];
    while (tokens[at] !== close) {
      found.push(next());
      if (tokens[at] === ',') at++;
    }
    at++;
    return found;
  }
  return value();
}

/* What fits into a line stands in one. */
function layOut(value, indent, used) {
  if (typeof value === 'string') return value;
  if (value.name !== undefined) {
    const name = `${value.name}: `;
    return name + layOut(value.value, indent, used + name.length);
  }
  const line = onOneLine(value, LINE - indent.length - used);
  if (line !== null) return line;
  const inner = `${indent}  `;
  return `${value.open}\n${value.entries.map(entry => inner + layOut(entry, inner, 1)).join(',\n')}\n${indent}${value.close}`;
}

/* Null where that takes more than so many characters. */
function onOneLine(value, room) {
  if (typeof value === 'string') return value.length <= room ? value : null;
  if (value.name !== undefined) {
    const inner = onOneLine(value.value, room - value.name.length - 2);
    return inner === null ? null : `${value.name}: ${inner}`;
  }
  let line = value.open;
  for (const entry of value.entries) {
    const inner = onOneLine(entry, room - line.length - 2);
    if (inner === null) return null;
    line += (line.length > 1 ? ', ' : '') + inner;
  }
  return line.length < room ? line + value.close : null;
}
