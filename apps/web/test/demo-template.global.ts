import type { TestProject } from 'vitest/node';
import type { DemoTemplate } from './demo-template.d.ts';
import { makeDemo } from './installation.ts';

/** Vitest's `globalSetup`: the demo marketplace is made once; each file's installation begins with a copy of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await makeDemo();
  const demoTemplate: DemoTemplate = template.dataDir;
  project.provide('demoTemplate', demoTemplate);
  return () => template[Symbol.asyncDispose]();
}
