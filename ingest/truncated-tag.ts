// The tag of conversations in which a text was cut, by us or already at its source.
export const truncatedTag = 'truncated';
