/** Replaces a region by that of the fresh page, unless it is the same or busy. */
export function replaceRegion(id: string, page: Document): void {
  const [old, fresh] = both(id, page);
  if (!old || !fresh || old.isEqualNode(fresh) || isBusy(old)) return;
  keepingFocus(() => old.replaceChildren(...copied(fresh)));
}

/** Like `replaceRegion`, item by item: unchanged items are not touched, so that the focus stays. */
export function replaceList(id: string, page: Document): void {
  const [old, fresh] = both(id, page);
  if (!old || !fresh) return;
  const [oldList, freshList] = [old.querySelector('ul'), fresh.querySelector('ul')];
  keepingFocus(() => {
    if (!oldList || !freshList) return old.replaceChildren(...copied(fresh));
    replaceTitle(old, fresh);
    arrange(oldList, peopleFor(oldList, freshList));
  });
}

const both = (id: string, page: Document) =>
  [document.getElementById(id), page.getElementById(id)] as const;

const isBusy = (element: Element) =>
  element.matches('.is-busy') || element.querySelector('.is-busy') !== null;

/** Copies, so that the fresh page stays whole. */
const copied = (fresh: HTMLElement) =>
  Array.from(fresh.childNodes, (node) => document.importNode(node, true));

function replaceTitle(old: HTMLElement, fresh: HTMLElement): void {
  const [before, after] = [old.querySelector('h2'), fresh.querySelector('h2')];
  if (before && after && !before.isEqualNode(after))
    before.replaceWith(document.importNode(after, true));
}

/** The fresh items in their order; unchanged and busy items keep their nodes. */
function peopleFor(oldList: Element, freshList: Element): Element[] {
  const known = new Map(Array.from(oldList.children, (person) => [person.id, person]));
  return Array.from(freshList.children).map((person) => {
    const before = known.get(person.id);
    const stays = before && (isBusy(before) || before.innerHTML === person.innerHTML);
    return stays ? before : document.importNode(person, true);
  });
}

/** Removes first and moves only what must move: a node that moves loses the focus. */
function arrange(list: Element, people: readonly Element[]): void {
  const wanted = new Set(people);
  for (const person of Array.from(list.children)) if (!wanted.has(person)) person.remove();
  let place = list.firstElementChild;
  for (const person of people) {
    if (person === place) place = place.nextElementSibling;
    else list.insertBefore(person, place);
  }
}

/** Restores the focus to an element that was drawn again. */
function keepingFocus(work: () => void): void {
  const before = document.activeElement;
  work();
  if (before && before !== document.body && before.id !== '' && document.activeElement !== before)
    document.getElementById(before.id)?.focus({ preventScroll: true });
}
