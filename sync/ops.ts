#!/usr/bin/env node
// The program `ops`: hands the arguments to the command line and its exit code to the system.
import { runOps } from './run-ops.ts';

process.exitCode = await runOps(process.argv.slice(2), process);
