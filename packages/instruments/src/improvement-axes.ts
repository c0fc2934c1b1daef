import type {Choice} from '@ppgp/schema';

/** What both parents and professionals may want better: one code list, so that the answers of both can be compared. */
type Axis = 'communication' | 'moyens' | 'horaires' | 'ateliers' | 'medical' | 'offre' | 'lieux';

/** The shared axes in the words of those who are asked. */
export const improvementAxes = (labels: Record<Axis, string>): Choice[] => Object.entries(labels).map(([id, label]) => ({id, label}));
