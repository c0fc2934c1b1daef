/** The plain form's script: conditions, one question at a time where the page wants it, the maximum of a multiple choice, sending. */
const form = document.querySelector('form');
const isPage = form.dataset.layout === 'page';
const place = document.querySelector('#place');
const questions = [...form.querySelectorAll('.question')].map((node) => ({
  node,
  id: node.dataset.id,
  when: node.dataset.when && JSON.parse(node.dataset.when),
  max: Number(node.dataset.max ?? 0),
  shown: true,
}));
const byId = new Map(questions.map((question) => [question.id, question]));
const answers = new Map();
let at = 0;

function passes({question, is, answered}) {
  const answer = byId.get(question)?.shown ? answers.get(question) : undefined;
  if (answered === false || answer === undefined) return answered === false && answer === undefined;
  return is === undefined || [answer].flat().some((code) => [is].flat().includes(code));
}

function holds(condition) {
  if (condition.all) return condition.all.every(holds);
  if (condition.any) return condition.any.some(holds);
  if (condition.not) return !holds(condition.not);
  return passes(condition);
}

/** In order, because a condition looks back at what is shown. */
function show() {
  for (const question of questions) {
    if (question.when) question.shown = holds(question.when);
    question.node.hidden = !question.shown || !(isPage || questions[at] === question);
  }
  const asked = questions.filter(({shown}) => shown);
  place.textContent = isPage ? `${asked.length} questions` : `Question ${asked.indexOf(questions[at]) + 1} sur ${asked.length}`;
}

function valueOf({node, max}) {
  const field = node.querySelector('.field');
  if (field) return field.value.trim() || undefined;
  const chosen = [...node.querySelectorAll('input:checked')];
  if (max) return chosen.length ? chosen.map(({value}) => value) : undefined;
  if (node.querySelector('.row')) return chosen.length ? Object.fromEntries(chosen.map(({name, value}) => [name, value])) : undefined;
  const value = chosen[0]?.value;
  return value === 'true' ? true : value === 'false' ? false : value;
}

function limit({node, max}) {
  const boxes = [...node.querySelectorAll('input')];
  const isFull = boxes.filter(({checked}) => checked).length >= max;
  for (const box of boxes) box.disabled = isFull && !box.checked;
}

form.addEventListener('input', ({target}) => {
  const question = byId.get(target.closest('.question').dataset.id);
  const value = valueOf(question);
  if (value === undefined) answers.delete(question.id);
  else answers.set(question.id, value);
  if (question.max) limit(question);
  show();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const next = questions.findIndex(({shown}, index) => shown && index > at);
  if (!isPage && next > 0) {
    at = next;
    show();
    return;
  }
  const shown = [...answers].filter(([id]) => byId.get(id).shown);
  void fetch(form.action, {method: 'POST', body: JSON.stringify(Object.fromEntries(shown))});
});

show();
