// The little of papaparse that we use, as a pure function of text: its published types pull in Node's, which lib must not know.

declare module 'papaparse' {
  interface ParseError {
    readonly type: string;
    readonly code: string;
    /** 0-based index into `data`. */
    readonly row?: number;
  }
  interface ParseResult {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseError[];
    readonly meta: { readonly delimiter: string };
  }
  interface ParseOptions {
    readonly delimitersToGuess: readonly string[];
    readonly skipEmptyLines: false;
  }
  const Papa: { readonly parse: (text: string, options: ParseOptions) => ParseResult };
  // biome-ignore lint/style/noDefaultExport: it says what the package exports.
  export default Papa;
}
