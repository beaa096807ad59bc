import './vendors.js';
import { categories, consent } from './consent.js';

const find = (selector) => document.querySelector(selector);
const ask = find('#ask');
const choices = find('#choices');
const conflict = find('#conflict');
const names = { performance: 'Counting', advertising: 'Advertising' };

/** Denied by a signal of the browser: only the visitor lifts that, and only by a click of their own. */
const isHeld = (id) =>
  /^(gpc|dnt)$/.test((consent.decision.vendors[id] ?? consent.decision.categories[id]).reason);

/** What a choice would let through against a signal. */
const liftedBy = (choice) =>
  categories.filter(({ id }) => choice[id]).flatMap(({ vendors }) => vendors.filter(isHeld));

// Drawn from the decision, now and at every change. Nothing is remembered beside it.
consent.subscribe((decision) => {
  ask.hidden = !decision.ask;
  find('#status').textContent = decision.optedOut ? 'Opt-out request honored' : '';
  find('#in-force').replaceChildren(
    ...categories.map(({ id }) => {
      const { granted, reason } = decision.categories[id];
      const item = document.createElement('li');
      item.textContent = `${names[id]}: ${granted ? 'allowed' : 'off'} (${reason})`;
      return item;
    }),
  );
});

function openChoices() {
  find('#choices fieldset').replaceChildren(
    ...categories.map(({ id, vendors }) => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      Object.assign(box, { type: 'checkbox', name: id, checked: consent.allows(id) });
      const why = vendors.some(isHeld) ? ', held by a signal of your browser' : '';
      label.append(box, ` ${names[id]} (${vendors.join(', ')}${why})`);
      return label;
    }),
  );
  choices.showModal();
}

for (const button of document.querySelectorAll('[data-open]')) button.addEventListener('click', openChoices);
// "all" never lifts a signal: it grants what may be granted.
for (const button of document.querySelectorAll('[data-choose]'))
  button.addEventListener('click', () => consent.choose(button.dataset.choose));

let waiting = null;
choices.addEventListener('close', () => {
  if (choices.returnValue !== 'save') return;
  choices.returnValue = '';
  const choice = Object.fromEntries(categories.map(({ id }) => [id, find(`#choices [name=${id}]`).checked]));
  const lifted = liftedBy(choice);
  if (!lifted.length) return consent.choose(choice);
  // Asked a second time, in a notice of its own with two equal answers.
  waiting = choice;
  find('#conflict strong').textContent = lifted.join(', ');
  conflict.showModal();
});
for (const button of conflict.querySelectorAll('button'))
  button.addEventListener('click', (event) => {
    const lifts = button.dataset.allow === 'true';
    const held = categories.filter(({ vendors }) => vendors.some(isHeld)).map(({ id }) => [id, false]);
    // The click goes along: without one that the visitor made, Heed leaves the signal in force.
    consent.choose(lifts ? waiting : { ...waiting, ...Object.fromEntries(held) }, { event });
    conflict.close();
  });

find('#try').addEventListener('click', () => {
  // Later, so that no click is at hand: what a script on the page could do at any time.
  setTimeout(() => {
    consent.choose({ linkedin: true }, { event: new MouseEvent('click') });
    find('#tried').textContent = consent.allows('linkedin') ? 'It could.' : 'It could not.';
  });
});
