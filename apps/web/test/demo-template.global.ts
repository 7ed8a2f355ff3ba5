import type { TestProject } from 'vitest/node';
import { makeDemo } from './installation.ts';

/** Vitest's `globalSetup`: the demo marketplace is made once; each file's installation begins with a copy of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await makeDemo();
  project.provide('demoTemplate', template.dataDir);
  return () => template[Symbol.asyncDispose]();
}
