// The sidebar's page: starts with what the menu opened.
import { render } from 'preact';
import { App } from './app.tsx';

declare const window: Window & { readonly startWith?: { readonly action: string } };

const root = document.getElementById('app');
if (root !== null) render(<App action={window.startWith?.action ?? 'undo'} />, root);
