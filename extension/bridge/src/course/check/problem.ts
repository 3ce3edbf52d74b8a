/** One thing that is wrong with the content, for its author. */
export interface Problem {
  /** The exercise's id, or a file of the course. */
  where: string;
  /** One sentence. */
  text: string;
}
