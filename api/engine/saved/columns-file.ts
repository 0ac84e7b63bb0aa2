// Where the columns are kept from one start to the next.
import path from 'node:path';

/** In the folder of the store's data. It holds numbers and names of agents, teams and the like, no text of anybody. */
export const columnsFileIn = (dataFolder: string): string => path.join(dataFolder, 'columns.bin');
