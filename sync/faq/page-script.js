// Search of the published FAQ, in the reader's browser: entries that hold every word typed stay, whatever their accents and
// case. The page is complete without it; it sends nothing anywhere.
(() => {
  const fold = (text) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/œ/g, 'oe');
  const input = document.querySelector('#search');
  const count = document.querySelector('#count');
  const toggle = document.querySelector('#toggle');
  const navigation = document.querySelector('nav');
  const sections = [...document.querySelectorAll('section[data-topic]')];
  const entries = [...document.querySelectorAll('details')].map((element) => ({
    element,
    text: fold(`${element.textContent} ${element.dataset.keywords}`),
  }));
  const say = (number) => {
    if (number === 0) return count.dataset.none;
    return number === 1 ? count.dataset.one : count.dataset.many.replace('{count}', String(number));
  };
  const search = () => {
    // An ending should not hide an entry: « colis perdus » finds « colis perdu ».
    const words = fold(input.value).match(/[a-z0-9]+/g) ?? [];
    const stems = words.map((word) => (word.length > 4 ? word.replace(/[sx]$/, '') : word));
    let found = 0;
    for (const { element, text } of entries) {
      element.hidden = !stems.every((stem) => text.includes(stem));
      if (!element.hidden) found += 1;
    }
    for (const section of sections) section.hidden = section.querySelector('details:not([hidden])') === null;
    navigation.hidden = words.length > 0;
    count.textContent = words.length > 0 ? say(found) : '';
  };
  const label = () => {
    const isOpen = entries.every(({ element }) => element.open);
    toggle.textContent = isOpen ? toggle.dataset.close : toggle.dataset.open;
    return isOpen;
  };
  const openNamed = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named instanceof HTMLDetailsElement) named.open = true;
  };
  toggle.addEventListener('click', () => {
    const isOpen = label();
    for (const { element } of entries) element.open = !isOpen;
    label();
  });
  for (const { element } of entries) element.addEventListener('toggle', label);
  addEventListener('beforeprint', () => {
    for (const { element } of entries) element.open = true;
  });
  addEventListener('hashchange', openNamed);
  input.addEventListener('input', search);
  document.querySelector('.search').hidden = false;
  openNamed();
  // A reader who comes back finds the words still in the field.
  search();
})();
