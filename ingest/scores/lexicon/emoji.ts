// Emoji with the feeling that customers put into them.

const groups: readonly (readonly [number, string])[] = [
  [3, '😍🥰🤩❤💖🎉'],
  [2, '😀😃😄😁😊🙂☺😇👍👏🙏💯🔥⭐🌟✅💪🥳🤗😘💙💚🧡💜🫶👌😎🚀'],
  [1, '😉🙌✨😌😋🤝'],
  [-1, '😕🙁😐😑🤔😬😴😶🥱⏳⚠'],
  [-2, '😞😟😔☹😢😩😫😖👎💔😤😒🙄😣😰😥😓😨❌🤦🤷🚫😱😭'],
  [-3, '😡😠🤬🤮🤢💩🖕👿'],
];

export const emoji: ReadonlyMap<string, number> = new Map(
  groups.flatMap(([weight, list]) => [...list].map((one) => [one, weight] as const)),
);
