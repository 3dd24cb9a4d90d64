/** A picture as a PDF: vector shapes, and text that can be searched and selected. Runs in a browser and in Node. */
import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import type { PictureLayout } from './parts.ts';
import { faceId, type OpenFace } from './setText.ts';

export interface PdfOptions {
	picture: Pick<PictureLayout, 'width' | 'height' | 'sheet' | 'title' | 'lang' | 'alt'>;
	author: string;
	/** Date in the file’s metadata, so that the same picture gives the same file. */
	date: Date;
	/** Static TrueType files of the faces that the drawing uses (`faceId`). */
	fonts: (Pick<OpenFace, 'name' | 'weight'> & { bytes: Uint8Array })[];
}

/**
 * @param svg a drawing whose text was set as `runs` (setText.ts)
 * @returns a tagged PDF 1.7 with one page: title, language, and the drawing as a figure with alternative text. The page
 * has the paper size of the picture, else one inch for every 96 px.
 */
export function toPdf(svg: string, { picture, author, date, fonts }: PdfOptions): Promise<Uint8Array> {
	const { width, height, sheet, title, lang, alt } = picture;
	const points = sheet ? 72 / 25.4 : 0.75;
	const size: [number, number] = [(sheet?.width ?? width) * points, (sheet?.height ?? height) * points];
	const document = new PDFDocument({
		size,
		margin: 0,
		pdfVersion: '1.7',
		lang,
		// The default font, Helvetica, would have to be loaded although no text uses it.
		font: '',
		tagged: true,
		displayTitle: true,
		info: { Title: title, Author: author, Subject: alt, Creator: 'Throughline', CreationDate: date, ModDate: date }
	});
	const chunks: Uint8Array[] = [];
	const done = new Promise<Uint8Array>((resolve, reject) => {
		document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		document.on('end', () => resolve(joined(chunks)));
		document.on('error', reject);
	});
	for (const face of fonts) document.registerFont(faceId(face), face.bytes as Buffer);
	document.addStructure(
		document.struct('Document', { title, lang }, [
			document.struct('Figure', { title, alt, lang }, [
				() => {
					document.scale(size[0] / (width * 0.75));
					SVGtoPDF(document, svg, 0, 0, {
						fontCallback: (family: string) => family,
						warningCallback: (warning: string) => {
							throw new Error(warning);
						}
					});
				}
			])
		])
	);
	document.end();
	return done;
}

function joined(chunks: Uint8Array[]): Uint8Array {
	const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	chunks.reduce((at, chunk) => (all.set(chunk, at), at + chunk.length), 0);
	return all;
}
