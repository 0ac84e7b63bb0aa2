// The list of the PostgreSQL tables; a test compares it with the other dialect's.
export * from './postgres/annotations.ts';
export * from './postgres/complaints.ts';
export * from './postgres/connections.ts';
export * from './postgres/feedback.ts';
export * from './postgres/intake.ts';
export * from './postgres/issue-outcomes.ts';
export * from './postgres/issues.ts';
export * from './postgres/learning.ts';
export * from './postgres/notices.ts';
export * from './postgres/people.ts';
export * from './postgres/quality.ts';
export * from './postgres/scores.ts';
export * from './postgres/settings.ts';
export * from './postgres/staffing.ts';
export * from './postgres/surveys.ts';
export * from './postgres/taxonomies.ts';
