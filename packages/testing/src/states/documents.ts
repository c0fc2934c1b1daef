/** A picture of a page, as a file of the device. */
export async function aPicture(name = 'flyer.png', [width, height] = [300, 420]): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser does not draw.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#c33';
  context.fillRect(canvas.width / 10, canvas.height / 10, canvas.width / 2, canvas.height / 10);
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
  if (!blob) throw new Error('This browser makes no picture.');
  return new File([blob], name, {type: 'image/png'});
}

/** A PDF of some pages, each with its number and a box; `locked`: it wants a password. */
export function aPdf({pages = 3, name = 'lettre.pdf', locked = false} = {}): File {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = Array.from({length: pages}, (_each, at) => `${4 + at * 2} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let page = 1; page <= pages; page += 1) {
    const content = `1 0 0 rg 20 200 120 40 re f 0 0 0 rg BT /F1 24 Tf 20 260 Td (${page}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents ${3 + page * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  const secret = 'x'.repeat(32);
  if (locked) objects.push(`<< /Filter /Standard /V 1 /R 2 /O (${secret}) /U (${secret}) /P -4 >>`);
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const id = '<00112233445566778899aabbccddeeff>';
  const encrypt = locked ? `/Encrypt ${objects.length} 0 R /ID [${id} ${id}]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypt} >>\nstartxref\n${start}\n%%EOF\n`;
  return new File([file], name, {type: 'application/pdf'});
}
