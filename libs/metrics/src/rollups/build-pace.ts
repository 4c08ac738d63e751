/** How much of a rebuild is added up before it is written. The more it is, the fewer rows are written again and again. */
export interface BuildPace {
  /** Records that are given out together, as a part. */
  readonly most: number;
  /** Of a part so much is read as can be in so many milliseconds; the rest is for whoever comes next. */
  readonly readsFor: number;
  /** Rows by day that are held in memory. */
  readonly mostSums: number;
}
