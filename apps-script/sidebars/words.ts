// The language of this deployment: the one place of the page that names it.
export { sidebar as words } from '#lib/text/fr/sidebar.ts';
