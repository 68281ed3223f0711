import { Zip, ZipDeflate } from "fflate";

/** A file on its way into an archive; its pieces are asked for when those before it are written. */
export interface ZippedFile {
  path: string;
  /** False for what is packed already: pictures, PDF, other archives. */
  compress: boolean;
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * An archive as it is made: a piece of it for each piece of its files, never more in memory. It goes on only as fast as it
 * is read. All files carry the same day.
 * @param day `2020-12-31`
 */
export async function* zipStream(files: AsyncIterable<ZippedFile>, day: string): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failure ??= error;
    else made.push(piece);
  });
  function* written(): Generator<Uint8Array> {
    if (failure) throw failure;
    const pieces = made;
    made = [];
    yield* pieces;
  }
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  for await (const { path, compress, pieces } of files) {
    const file = new ZipDeflate(path, { level: compress ? 6 : 0 });
    // The format keeps the time of a clock on the wall: the same one, wherever the archive is made.
    file.mtime = new Date(year, month - 1, date);
    zip.add(file);
    for await (const piece of pieces) {
      file.push(piece);
      yield* written();
    }
    file.push(new Uint8Array(0), true);
    yield* written();
  }
  zip.end();
  yield* written();
}
