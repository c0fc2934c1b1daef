import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** Where this file is: started as a worker it reads PDFs there; merely imported it lets PDF.js read them on the page's own thread. */
export const address = import.meta.url;
