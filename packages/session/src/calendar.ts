const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;

/** Whether a text is a day (`YYYY-MM-DD`) or a month (`YYYY-MM`) that the calendar has. */
export function isInCalendar(text: string, unit: 'day' | 'month'): boolean {
  if (unit === 'month') return MONTH.test(text) && isInCalendar(`${text}-01`, 'day');
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
