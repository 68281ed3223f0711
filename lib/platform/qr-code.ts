import QRCode from "qrcode";

/** A QR code as one SVG path in a square of `size` units, four units of quiet around it included. */
export interface QrCode {
  size: number;
  path: string;
}

/** The QR code of a text; error correction M. */
export function qrCode(text: string): QrCode {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const quiet = 4;
  const squares = [...data].flatMap((dark, at) => (dark ? [`M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z`] : []));
  return { size: size + 2 * quiet, path: squares.join("") };
}
