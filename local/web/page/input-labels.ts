/** Names, for those who hear the page, of the library's inputs that have none; it draws them anew, so they are looked for. */

const LABELS: Readonly<Record<string, string>> = {
  '.o-spreadsheet input.os-input': 'Cellule sélectionnée',
  '.o-spreadsheet input.o-font-size[min="25"]': 'Zoom en pour cent',
  '.o-spreadsheet input.o-font-size[min="1"]': 'Taille des caractères',
  '.o-spreadsheet input.o-grid-add-rows-input': 'Nombre de lignes à ajouter',
};

export function labelInputs(grid: Element): void {
  const label = (): void => {
    for (const [selector, text] of Object.entries(LABELS)) {
      for (const input of grid.querySelectorAll(selector)) {
        if (!input.hasAttribute('aria-label')) input.setAttribute('aria-label', text);
      }
    }
  };
  label();
  new MutationObserver(label).observe(grid, { childList: true, subtree: true });
}
