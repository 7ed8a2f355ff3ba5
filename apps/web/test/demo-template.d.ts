/** A data folder with the demo in it; nothing runs there. */
export type DemoTemplate = string;

declare module 'vitest' {
  interface ProvidedContext {
    demoTemplate: DemoTemplate;
  }
}
