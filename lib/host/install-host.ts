/**
 * The host, put where the stepper looks for it, and where native code looks for the queue of jobs.
 *
 * lib/trace and lib/native know no host; they stand below. What is loaded with the library, by index.ts, is
 * the means to ask Node, which are not opened before they are needed.
 */

import { driveNativeCode } from '../native/native-driver';
import { Stepper } from '../trace/step/stepper';
import { jobModules, nodeProcess } from './node';
import { NodeHost } from './node-host';
import { NodeJobs } from './node-jobs';

Stepper.defaultHost = new NodeHost();

const modules = jobModules();
if (nodeProcess !== undefined && modules !== undefined) driveNativeCode(new NodeJobs(nodeProcess, modules));
