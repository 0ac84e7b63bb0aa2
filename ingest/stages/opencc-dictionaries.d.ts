// The character dictionaries of opencc-js, which ship without types: "from to to|from to" in one string.
declare module 'opencc-js/dict/STCharacters' {
  const dictionary: string;
  export default dictionary;
}
declare module 'opencc-js/dict/TSCharacters' {
  const dictionary: string;
  export default dictionary;
}
