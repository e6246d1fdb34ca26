// An .xlsx file recalculated from its formulas alone by LibreOffice, headless: the second opinion on what the workbook's own
// engine shows. Cached values are thrown away first (a fresh profile that always recalculates).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, readXlsx } from 'hucre';
import { systemProgram } from './system-packages.ts';

const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export interface RecalculatedSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

export async function recalculate(xlsx: Uint8Array): Promise<readonly RecalculatedSheet[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-recalculate-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    writeFileSync(join(folder, 'workbook.xlsx'), xlsx);
    const to = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out')];
    const { status } = spawnSync(
      systemProgram('libreoffice'),
      [`-env:UserInstallation=file://${profile}`, ...to, join(folder, 'workbook.xlsx')],
      { stdio: 'ignore' },
    );
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}`);
    const { sheets } = await readXlsx(readFileSync(join(folder, 'out', 'workbook.xlsx')));
    return sheets;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
