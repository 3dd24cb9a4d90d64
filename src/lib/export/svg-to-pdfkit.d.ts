declare module 'svg-to-pdfkit' {
	export default function SVGtoPDF(
		document: PDFKit.PDFDocument,
		svg: string,
		x: number,
		y: number,
		options?: {
			fontCallback?: (family: string, bold: boolean, italic: boolean) => string;
			warningCallback?: (warning: string) => void;
		}
	): void;
}
