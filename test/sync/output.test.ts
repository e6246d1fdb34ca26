// The output's edge: what goes where, and nothing secret anywhere.
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createOutput, type OutputOptions } from '#sync/output.ts';

function outputWith(options: Partial<OutputOptions>) {
  const texts = { stdout: '', stderr: '' };
  const streamOf = (name: 'stdout' | 'stderr') =>
    new PassThrough().on('data', (chunk: Buffer) => {
      texts[name] += chunk.toString();
    }) as unknown as NodeJS.WriteStream;
  const streams = { stdout: streamOf('stdout'), stderr: streamOf('stderr') };
  return { output: createOutput(streams, { json: false, verbose: false, ...options }), texts };
}

test('people read the standard output, warnings go to the other', () => {
  const { output, texts } = outputWith({});
  output.say('bonjour');
  output.warn('attention');
  output.whisper('détail');
  output.result({ hidden: true });
  expect(texts).toEqual({ stdout: 'bonjour\n', stderr: 'attention\n' });
});

test('with --json the standard output holds the object only', () => {
  const { output, texts } = outputWith({ json: true });
  output.say('bonjour');
  output.progress.step('Lecture');
  output.result({ planned: 3 });
  expect(texts.stdout).toBe('{"planned":3}\n');
  expect(texts.stderr).toContain('bonjour\n');
  expect(texts.stderr).toContain('Lecture\n');
});

test('with --verbose whispers are heard', () => {
  const { output, texts } = outputWith({ verbose: true });
  output.whisper('détail');
  expect(texts.stderr).toBe('détail\n');
});

test('every way out is redacted, the object too', () => {
  const { output, texts } = outputWith({ json: true, verbose: true });
  output.hide(['mot-de-passe']);
  const text = 'mot-de-passe rk_live_51Hunter2 zoe.durand@example.com';
  output.say(text);
  output.warn(text);
  output.whisper(text);
  output.progress.step(text);
  output.result({ text });
  const all = texts.stdout + texts.stderr;
  expect(all).not.toMatch(/mot-de-passe|Hunter2|zoe\.durand/);
  expect(all.match(/z…@example\.com/g)).toHaveLength(5);
  expect(JSON.parse(texts.stdout)).toEqual({ text: '[secret] rk_live_… z…@example.com' });
});
