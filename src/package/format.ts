import type { Row } from '../model/model.js';

/** A data set format: where a row goes, and what is written there. */
export interface PackageFormat {
  readonly id: string;
  readonly title: string;
  /** What the format cannot carry; '' when nothing is lost. */
  readonly loses: string;
  /** The file that a row belongs to, relative to the package's folder. */
  file(row: Row): string;
  /** The row as it stands in the file, with its line ends. */
  write(row: Row): string;
}
