// Programs that some tests drive and npm does not bring: Chromium and LibreOffice. Installed from Debian's packages when
// they are missing and this is root; otherwise one clear line says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PROGRAMS = {
  chromium: { path: '/usr/bin/chromium', packages: ['chromium'] },
  libreoffice: { path: '/usr/bin/soffice', packages: ['libreoffice-calc'] },
} as const;

/** The program's path; throws when it is missing and cannot be installed. */
export function systemProgram(name: keyof typeof PROGRAMS): string {
  const { path, packages } = PROGRAMS[name];
  if (existsSync(path)) return path;
  if (process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
  }
  if (!existsSync(path)) throw new Error(`${path} is missing: as root, apt-get install ${packages.join(' ')}`);
  return path;
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
