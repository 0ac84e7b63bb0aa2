// The list of the SQLite tables; a test compares it with the other dialect's.
export * from './sqlite/annotations.ts';
export * from './sqlite/complaints.ts';
export * from './sqlite/connections.ts';
export * from './sqlite/feedback.ts';
export * from './sqlite/intake.ts';
export * from './sqlite/issue-outcomes.ts';
export * from './sqlite/issues.ts';
export * from './sqlite/learning.ts';
export * from './sqlite/notices.ts';
export * from './sqlite/people.ts';
export * from './sqlite/quality.ts';
export * from './sqlite/scores.ts';
export * from './sqlite/settings.ts';
export * from './sqlite/staffing.ts';
export * from './sqlite/surveys.ts';
export * from './sqlite/taxonomies.ts';
