/**
 * The shape every other language of a Korean file must have: the same keys, none missing, none more. Where Korean has
 * only `x_other` (it counts without plurals), the other language gives `x_one` too.
 */
export type Localized<Korean> = {
  readonly [Key in keyof Korean]: Korean[Key] extends string ? string : Localized<Korean[Key]>;
} & { readonly [Key in keyof Korean as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string };
