// The command line: which words it understands, in French, and which exit code comes of it. It holds no work of its own.
import { Argument, Command, CommanderError } from 'commander';
import type { CommandOptions } from './commands/command-context.ts';
import { runDoctor } from './commands/doctor.ts';
import { runFaq } from './commands/faq.ts';
import { runImportConversations } from './commands/import.ts';
import { runInit } from './commands/init.ts';
import { localEnvironmentText, runLocal } from './commands/local.ts';
import { runNightCommand } from './commands/night.ts';
import { runRequestsCommand } from './commands/requests.ts';
import { exitCodeOf, exitCodes, Failure } from './failure.ts';
import { createOutput, type Output, type Streams } from './output.ts';
import { words } from './words.ts';
import { WORLD_FILE } from './world-file.ts';

const { cli } = words;

/** @param args without the program's name. Returns the exit code; prints, and never throws. */
export async function runOps(args: readonly string[], streams: Streams): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const outputOf = (options: CommandOptions) => createOutput(streams, options);
  const run = async (options: CommandOptions, act: (output: Output) => Promise<number>) => {
    const output = outputOf(options);
    try {
      exitCode = await act(output);
    } catch (error) {
      exitCode = exitCodeOf(error);
      reportError(error, output, options);
    }
  };
  const program = createProgram(streams);

  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .helpOption('-h, --help', cli.options.help)
      .option('--json', cli.options.json, false)
      .option('--verbose', cli.options.verbose, false)
      .option('--local', cli.options.local, false);
  const nightly = (name: string, description: string) =>
    command(name, description)
      .option('--dry-run', cli.options.dryRun, false)
      .option('--take-over', cli.options.takeOver, false);
  nightly('night', cli.commands.night).action((options) => run(options, (output) => runNightCommand(options, output)));
  nightly('requests', cli.commands.requests).action((options) =>
    run(options, (output) => runRequestsCommand(options, output)),
  );
  command('init', cli.commands.init)
    .option('--dry-run', cli.options.dryRun, false)
    .action((options) => run(options, (output) => runInit(options, output)));
  command('doctor', cli.commands.doctor)
    .option('--probe-writes', cli.options.probeWrites, false)
    .action((options) => run(options, (output) => runDoctor(options, output)));
  command('faq', cli.commands.faq)
    .option('--to <dossier>', cli.options.faqFolder)
    .action((options) => run(options, (output) => runFaq(options, output)));
  command('import', cli.commands.import)
    .addArgument(new Argument('<liste>', cli.options.importKind).choices(['conversations']))
    .argument('<fichier>', cli.options.importFile)
    .option('--yes', cli.options.yes, false)
    .action((_kind, file, options) => run(options, (output) => runImportConversations(file, options, output)));
  program
    .command('local')
    .description(cli.commands.local)
    .helpOption('-h, --help', cli.options.help)
    .option('--env', cli.options.env, false)
    .argument('[arguments...]', cli.options.worldArguments)
    .allowUnknownOption()
    .action((worldArguments: string[], { env }: { readonly env: boolean }) =>
      run({ json: false, verbose: false, local: true }, async () => {
        if (!env) return await runLocal(worldArguments);
        streams.stdout.write(localEnvironmentText(WORLD_FILE));
        return exitCodes.ok;
      }),
    );
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.ok;
    const json = args.includes('--json');
    const failure = new Failure('config', cli.usage({ what: cli.usageErrors[error.code] ?? cli.usageErrors.other }));
    const options = { json, verbose: false, local: false };
    reportError(failure, outputOf(options), options);
    return exitCodes.config;
  }
  return exitCode;
}

function createProgram(streams: Streams): Command {
  return new Command('ops')
    .description(cli.description)
    .helpOption('-h, --help', cli.options.help)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => cli.helpTitles[title] ?? title })
    .configureOutput({
      writeOut: (text) => void streams.stdout.write(text),
      writeErr: () => {},
    })
    .exitOverride()
    .addHelpText('after', cli.exitCodes);
}

function reportError(error: unknown, output: Output, { verbose }: CommandOptions): void {
  const isFailure = error instanceof Failure;
  const message = isFailure ? error.message : cli.bug({ why: error instanceof Error ? error.message : String(error) });
  output.warn(message);
  const cause = isFailure ? error.cause : error;
  if ((verbose || !isFailure) && cause instanceof Error && cause.stack) output.warn(cause.stack);
  output.result({ error: { kind: isFailure ? error.kind : 'bug', message } });
}
