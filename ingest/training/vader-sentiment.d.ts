// The part of vader-sentiment that is used here; the package brings no types.
declare module 'vader-sentiment' {
  const vader: {
    readonly SentimentIntensityAnalyzer: { readonly polarity_scores: (text: string) => { readonly compound: number } };
  };
  export default vader;
}
