export function declarations(
  input: string,
  outputs: readonly string[],
): { readonly name: string; readonly writeBundle: () => void }
