// What the desk does with script: choosing words of the text, keys in the list, and asking before typing is lost.
// All of it can be done without.
document.documentElement.classList.add('with-script');

const narrow = matchMedia('(max-width: 60rem)');
const text = document.querySelector('[data-text]');
const form = document.querySelector('#form');

// Where somebody goes on: at what is wrong, at the form, or at the report that the address names.
const wrong = document.querySelector('[data-focus][role=alert]');
if (wrong) wrong.focus();
else if (form?.hasAttribute('data-focus')) {
  form.focus({ preventScroll: !narrow.matches });
  if (!narrow.matches) text?.querySelector('.chosen')?.scrollIntoView({ block: 'center' });
} else if (location.hash.startsWith('#r-')) document.querySelector(location.hash)?.focus({ preventScroll: true });

if (text) chooseWords(text);

function chooseWords(text) {
  const pick = document.querySelector('[data-pick]');
  const [button, words] = [pick.querySelector('button'), pick.querySelector('span')];
  let chosen;

  // A text that can be edited has a caret, with which a keyboard selects; nothing is ever changed in it.
  text.contentEditable = 'true';
  text.spellcheck = false;
  for (const [name, value] of [['role', 'textbox'], ['aria-multiline', 'true'], ['aria-readonly', 'true'], ['aria-labelledby', 'text-head']])
    text.setAttribute(name, value);
  for (const change of ['beforeinput', 'paste', 'cut', 'drop', 'dragstart'])
    text.addEventListener(change, event => event.preventDefault());

  const length = words => [...words].length;
  // A sign that stands for a character is as long as that character.
  const place = (piece, node, offset) => {
    const from = +piece.dataset.from;
    const before = length(node.data.slice(0, offset));
    return from + (piece.textContent.startsWith('‹U+') ? Math.min(before, 1) : before);
  };
  const end = piece => +piece.dataset.from + (piece.textContent.startsWith('‹U+') ? 1 : length(piece.textContent));

  const read = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    const pieces = [...text.querySelectorAll('[data-from]')].filter(piece => range.intersectsNode(piece));
    if (!pieces.length) return;
    const [first, last] = [pieces[0], pieces.at(-1)];
    return {
      start: first.contains(range.startContainer) && range.startContainer.data !== undefined ? place(first, range.startContainer, range.startOffset) : +first.dataset.from,
      end: last.contains(range.endContainer) && range.endContainer.data !== undefined ? place(last, range.endContainer, range.endOffset) : end(last),
      words: pieces.map(piece => piece.textContent).join(''),
    };
  };

  const show = () => {
    const found = read();
    if (!found && pick.contains(document.activeElement)) return;
    chosen = found && found.end > found.start ? found : undefined;
    pick.hidden = !chosen;
    const selected = chosen ? String(getSelection()).trim() : '';
    words.textContent = selected.length > 60 ? `“${selected.slice(0, 30)} … ${selected.slice(-25)}”` : selected && `“${selected}”`;
  };
  const go = () => chosen && leave(`${text.dataset.text}?start=${chosen.start}&end=${chosen.end}#form`);

  document.addEventListener('selectionchange', show);
  button.addEventListener('click', go);
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      const link = event.target.closest('.ref');
      // The browser tells of a selection a moment after the key that made it.
      show();
      if (link) link.click();
      else go();
    }
  });
}

// The list of reports: a key does what its button does, only while a report itself has the focus.
const list = document.querySelector('[data-list]');
list?.addEventListener('keydown', event => {
  const report = event.target;
  if (report.parentElement !== list || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = { j: report.nextElementSibling, k: report.previousElementSibling }[event.key];
  const target = next ?? report.querySelector(`[data-key="${CSS.escape(event.key)}"]`) ?? (event.key === 'u' && document.querySelector('[data-key=u] button'));
  if (!target) return;
  event.preventDefault();
  if (next || target.localName === 'input') target.focus();
  else target.click();
});
if (list) for (const report of list.children) report.tabIndex = report === list.firstElementChild ? 0 : -1;
list?.addEventListener('focusin', event => {
  if (event.target.parentElement === list) for (const report of list.children) report.tabIndex = report === event.target ? 0 : -1;
});

// Finds types while one types.
for (const input of document.querySelectorAll('[data-filter]')) {
  const items = [...document.getElementById(input.dataset.filter).children].map(item => [item, item.textContent.toLowerCase()]);
  input.addEventListener('input', () => {
    const wanted = input.value.toLowerCase().split(/\s+/);
    for (const [item, said] of items) item.hidden = !wanted.every(word => said.includes(word));
  });
}

// The fields of another type come at once.
document.querySelector('#field-type')?.addEventListener('change', () => document.querySelector('[data-type]').click());

// What was typed and not sent is not lost unasked.
let typed = false;
for (const kept of document.querySelectorAll('[data-keep]')) {
  kept.addEventListener('input', () => (typed = true));
  kept.addEventListener('submit', () => (typed = false));
}
addEventListener('beforeunload', event => typed && event.preventDefault());
function leave(address) {
  location.assign(address);
}
