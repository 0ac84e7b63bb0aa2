// Words of prose: what tells a sentence from a list of words.

// Common words that happen to be seed words. Six in twelve drawn at random come up less than once in twenty thousand phrases.
export const proseWords: ReadonlySet<string> = new Set(
  (
    'that this they then than there them when what where while will with would you your have has can could able just only one also another any all more most such other some time ' +
    'like need make before after again because very over much must good great help please use come call want work best year way still off out own any add ask say know keep give get ' +
    'into even easy now never next second same short long how put try stay day people old new never other until under between behind about above across first part true'
  ).split(' '),
);
// Words of no list that hold sentences together. One of them may be a misspelt seed word ("at" for "hat"), two are prose.
export const functionWords: ReadonlySet<string> = new Set(
  (
    'the a an and or to of is in for my me i it if as at on by be are was were not no so do we he his her our us but from had did does been its im ' +
    'le la les de des du un une et est en que qui je pas ne pour sur il elle ce se au aux el los las y es un una no si por con mi lo su al del il di che non per ' +
    'o os do da em um uma na no se der die das und ist ich nicht ein eine mit zu von'
  ).split(' '),
);
