import type {Board} from '@ppgp/schema';

/**
 * Numbers to call in France, for a board that brings none of its own. Read on that day in public pages (service-public.gouv.fr,
 * 1000-premiers-jours.fr, notices of communes), not called: a département checks each of them before it publishes.
 */
export const helpLines: NonNullable<Board['help']> = [
  {label: 'Violences, pour les femmes', phone: '39 19', checked: '2026-11-22', themes: ['violences']},
  {label: 'Un enfant en danger', phone: '119', checked: '2026-11-22', themes: ['violences', 'enerve']},
  {label: 'Idées noires', phone: '31 14', checked: '2026-11-22', themes: ['moral', 'deuil']},
  {label: 'Urgence', phone: '112', checked: '2026-11-22'},
];
