/** Version of the code that trains: raised when the same data and seed would give another model. */
export const codeVersion = 'text-1';
