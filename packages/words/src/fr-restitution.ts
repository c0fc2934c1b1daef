import {longDay, number, plural} from './in-french.js';

let months: Intl.DateTimeFormat | undefined;
let days: Intl.DateTimeFormat | undefined;

/** « 16 mai 2023 », « mai 2023 » or « 2023 », of YYYY-MM-DD, YYYY-MM or YYYY; a restitution shows many. */
function when({day}: {day: string}): string {
  if (day.length === 4) return day;
  if (day.length === 7)
    return (months ??= new Intl.DateTimeFormat('fr', {month: 'long', year: 'numeric', timeZone: 'UTC'})).format(new Date(`${day}-01`));
  return (days ??= new Intl.DateTimeFormat('fr', {dateStyle: 'long', timeZone: 'UTC'})).format(new Date(day));
}

/** « 7 » of « 7 février 2023 » where the second day is of the same month, « 20 septembre » where it is of the same year. */
function withoutSame(from: string, to: string): string {
  const parts = when({day: from}).split(' ');
  if (from.length === 10 && from.slice(0, 7) === to.slice(0, 7)) return parts.slice(0, 1).join(' ');
  return from.length > 4 && from.slice(0, 4) === to.slice(0, 4) ? parts.slice(0, -1).join(' ') : parts.join(' ');
}

/** « ≈ 800 », « plus de 5 000 », « 786 ». */
const qualified = ({count, qualifier}: {count: number; qualifier?: 'about' | 'over'}): string =>
  qualifier === 'about' ? `≈ ${number(count)}` : qualifier === 'over' ? `plus de ${number(count)}` : number(count);

let wholeEuros: Intl.NumberFormat | undefined;
let cents: Intl.NumberFormat | undefined;

/** « 12 500 € », « ≈ 800 € », with cents only where there are some. */
function euros({count, qualifier}: {count: number; qualifier?: 'about' | 'over'}): string {
  const said = Number.isInteger(count)
    ? (wholeEuros ??= new Intl.NumberFormat('fr', {style: 'currency', currency: 'EUR', maximumFractionDigits: 0})).format(count)
    : (cents ??= new Intl.NumberFormat('fr', {style: 'currency', currency: 'EUR'})).format(count);
  return qualifier === 'about' ? `≈ ${said}` : qualifier === 'over' ? `plus de ${said}` : said;
}

const outOf = ({k, n}: {k: number; n: number}): string => `${number(k)} sur ${number(n)}`;
const percents = (value: number): string => `${number(value)} %`;

interface Contradictory {
  why: 'over-base' | 'sum' | 'over-counted' | 'part' | 'percent';
  k: number;
  n: number;
  percent?: number;
}

function contradiction({why, k, n, percent}: Contradictory): string {
  if (why === 'percent') return `${number(k)} sur ${number(n)} ne font pas ${percents(percent ?? 0)}.`;
  if (why === 'over-base') return `${plural(k, 'personne', 'personnes')} sur ${number(n)}, cela ne se peut pas.`;
  if (why === 'sum')
    return `Une seule réponse par personne, et pourtant ${plural(k, 'réponse', 'réponses')} de ${plural(n, 'personne', 'personnes')}.`;
  if (why === 'over-counted') return `${plural(k, 'personne a', 'personnes ont')} répondu, alors que ${number(n)} au plus le pouvaient.`;
  return `Une partie compte ${number(k)}, et son tout ${number(n)}.`;
}

/** What the project group and the steering committee read in a restitution. */
export const frRestitution = {
  outOf,
  percent: ({percent}: {percent: number}) => `(${percents(percent)})`,
  when,
  qualified,
  oneDot: 'Un point est une personne.',
  interval: ({n, low, high, half}: {n: number; low: number; high: number; half: 'more' | 'less' | 'unknown'}) =>
    `Avec ${plural(n, 'réponse', 'réponses')}, la part chez toutes les personnes concernées est sans doute entre ${number(low)} et ${percents(high)}. ${
      half === 'more'
        ? 'On peut dire : plus de la moitié.'
        : half === 'less'
          ? 'On peut dire : moins de la moitié.'
          : 'On ne peut pas dire si c’est plus ou moins de la moitié.'
    }`,
  favourable: ({labels}: {labels: readonly string[]}) => `ont répondu ${labels.map((label) => `« ${label} »`).join(' ou ')}.`,
  orLabels: ({labels}: {labels: readonly string[]}) => labels.map((label) => `« ${label} »`).join(' ou '),
  barNote: 'Le trait sur chaque barre montre la marge : plus il est long, moins le chiffre est sûr.',
  rowBases: 'Chaque ligne a sa propre base : les « pas concerné » et les sans réponse n’y comptent pas.',
  more: ({count}: {count: number}) => (count === 1 ? 'Voir l’autre réponse' : `Voir les ${number(count)} autres réponses`),
  code: ({code}: {code: string}) => code,
  notApplicable: 'Sans objet',
  totalsTitle: 'Vous vous posez des questions sur…',
  total: ({count}: {count: number}) => `Vous êtes ${number(count)} à vous poser des questions.`,
  noTotals: 'Trop peu de familles ont partagé leurs questions pour les compter ici.',
  totalsNote: 'On compte seulement ce que les familles ont voulu partager, sans leur nom. Certains sujets ne sont pas montrés.',
  dossierTitle: 'Nos documents, version après version',
  versionHead: 'Version',
  pointsHead: 'Points',
  versionOf: ({domain, version}: {domain: string; version: string}) => `${domain}, version ${version}`,
  versionsNote: ({versions}: {versions: readonly {name: string; basis: string}[]}) =>
    `D’après ${versions.map(({name, basis}) => `${basis} (version ${name})`).join(', ')}.`,
  gained: 'Gagnés',
  lost: 'Perdus',
  masked: 'masqué',
  maskedNote: 'Des nombres sont masqués pour que personne ne soit reconnu.',
  codeWithoutLabel: ({code}: {code: string}) => `« ${code} » (réponse d’une version passée, sans libellé)`,
  codesOnly: 'Les questions ne sont pas jointes à ce fichier : chaque chiffre porte le code de sa question ou de sa réponse.',
  severalVersions: ({count}: {count: number}) =>
    `Le questionnaire a changé pendant l’enquête : ${number(count)} versions sont comptées ensemble.`,
  filtered: 'Ces chiffres ne portent que sur une partie des réponses.',
  nobody: 'Personne n’a encore répondu. Les chiffres viendront ici.',
  sealed: 'Ces réponses sont scellées : elles seront comptées quand leurs clés auront servi.',
  unknownBlock: ({name}: {name: string}) => `Il n’y a ni question ni bloc « ${name} ».`,
  notShown: 'Ce bloc n’est pas affiché',
  refusedTitle: 'Ce fichier se contredit : aucun de ses chiffres n’est affiché.',
  contradiction,
  inQuestion: ({question, why}: {question: string; why: string}) => `« ${question} » : ${why}`,
  andMore: ({count}: {count: number}) => `Et ${plural(count, 'autre contradiction', 'autres contradictions')}.`,
  foreignTitle: 'Ce fichier n’est pas un fichier de résultats.',
  foreignHelp: 'On peut lire ici les chiffres d’une campagne, un fichier de résultats, ou une page de restitution.',

  chosen: 'Ce que les familles ont choisi',
  today: 'Ce dont elles veulent parler aujourd’hui',
  topPlaces: 'Les premiers',
  points: ({points, firsts}: {points: number; firsts: number | undefined}) =>
    firsts === undefined ? plural(points, 'point', 'points') : `${plural(points, 'point', 'points')}, ${number(firsts)} fois en premier`,
  tie: 'à égalité',
  pointsRule: ({base, max}: {base: number; max: number}) =>
    `${plural(base, 'personne a', 'personnes ont')} répondu. ${plural(max, 'point', 'points')} pour un premier rang, puis un de moins à chaque rang.`,
  noTop: 'Des nombres sont masqués : on ne peut pas dire ce qui vient en premier.',

  rateTitle: 'Combien ont répondu',
  rateSay: 'personnes attendues ont répondu.',
  rateUnknown: 'On ne sait pas combien de personnes étaient attendues : le taux de réponse ne peut pas être donné.',
  rateOver: ({k, n}: {k: number; n: number}) =>
    `${plural(k, 'réponse', 'réponses')} pour ${plural(n, 'personne attendue', 'personnes attendues')} : le nombre attendu est à corriger, il n’y a pas de taux.`,
  weeksTitle: 'Les réponses, semaine après semaine',
  week: ({week}: {week: string}) => `Semaine ${week.slice(-2).replace(/^0/, '')} de ${week.slice(0, 4)}`,
  weekHead: 'Semaine',
  receivedHead: 'Réponses reçues',
  noWeeks: 'Ces chiffres ne disent pas quand les réponses sont arrivées.',

  common: 'En commun',
  onlyOf: ({name}: {name: string}) => `Seulement ${name}`,
  shareOf: ({name, k, n, percent}: {name: string; k: number; n: number; percent: number | undefined}) =>
    `${name} : ${outOf({k, n})}${percent === undefined ? '' : ` (${percents(percent)})`}`,
  axisRule: 'Un axe est celui d’un groupe quand il est parmi ses cinq premiers et choisi par une personne sur dix au moins.',
  notComparable: 'Ces deux groupes ne peuvent pas être comparés : trop peu de réponses, ou aucune réponse en commun.',
  none: 'Aucun',

  pairsTitle: 'Deux à deux, chez les mêmes personnes',
  pairHead: 'Deux documents',
  firstOnly: 'Le premier seulement',
  secondOnly: 'Le second seulement',
  bothHead: 'Les deux',
  neitherHead: 'Aucun des deux',
  pairBase: ({n}: {n: number}) => `${plural(n, 'personne a', 'personnes ont')} répondu pour les deux`,
  pairNames: ({a, b}: {a: string; b: string}) => `${a} et ${b}`,
  better: ({better, other, only, otherOnly, n}: {better: string; other: string; only: number; otherOnly: number; n: number}) =>
    `Sur ${plural(n, 'personne', 'personnes')} qui ont répondu pour les deux, ${number(only)} n’ont un avis favorable que pour « ${better} », ${number(otherOnly)} que pour « ${other} ». La différence ne tient sans doute pas au hasard.`,
  notBetter: ({a, b, n}: {a: string; b: string; n: number}) =>
    `Entre « ${a} » et « ${b} », ${plural(n, 'réponse ne suffit', 'réponses ne suffisent')} pas à dire lequel est mieux perçu.`,
  noPairs: 'Cette question ne permet pas de comparer les documents chez les mêmes personnes.',

  momentHead: 'Moment',
  differenceMore: ({low, high}: {low: number; high: number}) =>
    `La part a augmenté, sans doute de ${number(low)} à ${plural(high, 'point', 'points')}.`,
  differenceLess: ({low, high}: {low: number; high: number}) =>
    `La part a baissé, sans doute de ${number(low)} à ${plural(high, 'point', 'points')}.`,
  differenceUnknown: 'On ne peut pas dire que la part a changé : l’écart peut tenir au hasard.',
  notSamePeople: 'Ce ne sont pas forcément les mêmes personnes d’un moment à l’autre.',

  statedCut: ({stated, k, n, percent}: {stated: number; k: number; n: number; percent: number}) =>
    `Publié : ${percents(stated)}, un arrondi vers le bas. ${outOf({k, n})} font ${percents(percent)} avec notre règle.`,
  statedImpossible: ({stated, n}: {stated: number; n: number}) => `${percents(stated)} de ${number(n)} n’existe pas.`,
  statedNot: ({stated, k, n}: {stated: number; k: number; n: number}) => `${outOf({k, n})} ne font pas ${percents(stated)}.`,
  statedNearest: ({k, n, percent}: {k: number; n: number; percent: number}) => `${outOf({k, n})} font ${percents(percent)}.`,
  statedUncounted: ({stated, n}: {stated: number; n: number}) =>
    `${percents(stated)} de ${number(n)} est écrit sans son nombre de personnes. Un pourcentage n’est jamais affiché seul.`,

  quoteConsent: 'accord pour être citée ou cité',
  quoteRefused: 'Une parole sans accord écrit (« consent ») n’est pas affichée.',
  said: 'Vous avez dit',
  done: 'Nous avons fait',
  saidDoneTitle: 'Vous avez dit, nous avons fait',
  recommendation: 'Ce que nous proposons',
  because: 'Pourquoi',
  timelineTitle: 'Les étapes',
  until: ({from, to}: {from: string; to: string}) => `du ${withoutSame(from, to)} au ${when({day: to})}`,
  orderWarning: ({count}: {count: number}) =>
    `${plural(count, 'date est', 'dates sont')} avant une autre qui la précède dans la liste : à vérifier.`,
  dateToCheck: 'date à vérifier',
  stepHead: 'Étape',
  countHead: 'Nombre',
  rateHead: 'Part de l’étape précédente',
  rateFirstHead: 'Part de la première étape',
  rateOf: ({k, n, percent, isExact}: {k: number; n: number; percent: number | undefined; isExact: boolean}) =>
    percent === undefined
      ? `${number(k)} pour ${number(n)} : pas de part`
      : `${isExact ? '' : '≈ '}${percents(percent)} (${outOf({k, n})})`,
  aboutNote: '« ≈ » : nombre annoncé comme approché. Une part calculée avec lui l’est aussi.',
  indicatorHead: 'Indicateur',
  notGiven: 'non renseigné',
  notGivenNote: '« Non renseigné » n’est pas zéro.',
  ofWhich: ({label}: {label: string}) => `dont ${label}`,
  moreThanTotal: ({label, column, part, whole}: {label: string; column: string; part: string; whole: string}) =>
    `« ${label} », ${column} : ${part} est plus que le total, ${whole}.`,
  notTheSum: ({label, column, stated, sum}: {label: string; column: string; stated: string; sum: string}) =>
    `« ${label} », ${column} : ${stated} est écrit, les lignes font ${sum}.`,
  mixedTotal: 'Un total ne peut pas additionner des euros et autre chose.',
  totalNote: 'Un total n’est donné que si toutes ses lignes sont renseignées.',
  euros,

  image: 'Image',
  asDocument: 'Document pour traitement de texte (Word)',
  takeFailed: 'Le fichier n’a pas pu être préparé. Vérifiez la connexion, puis réessayez.',
  asOf: ({day}: {day: string}) => `Chiffres du ${longDay({day})}`,
  contents: 'Dans ces pages',
  methodTitle: 'Comment ces chiffres sont faits',
  methodCounts: 'Chaque part est donnée avec son nombre et sa base : « 15 sur 23 (65 %) ». Un pourcentage n’est jamais seul.',
  methodBase:
    'La base compte les personnes qui ont répondu à la question. Les « pas concerné », les « je préfère ne pas répondre » et les sans réponse n’y sont pas.',
  methodRounding: 'Une seule règle d’arrondi : au nombre entier le plus proche, la moitié vers le haut.',
  methodInterval:
    'La marge est un intervalle à 95 % (méthode de Wilson). Elle suppose que les personnes qui ont répondu ressemblent à celles qui n’ont pas répondu.',
  methodHidden: ({k}: {k: number}) =>
    `Sous ${plural(k, 'réponse', 'réponses')}, les chiffres sont masqués pour que personne ne soit reconnu.`,
};

export type RestitutionWords = typeof frRestitution;
