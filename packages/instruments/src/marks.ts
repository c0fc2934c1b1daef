/** What every ready-made instrument says of the marks its sources bear. */
export const MARKS = 'PPGP® est une marque de son titulaire, sans lien avec ce logiciel.';
