/** Commitments on one page of what gathers them from many plans. */
export const linesPageSize = 25;
