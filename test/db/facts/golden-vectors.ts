// The golden vectors of working time and due instants, on Monday to Friday 08:00-20:00 in Berlin with 25 and 26 December 2026 off.
import { hour, minute, second } from '#db/model/instant.ts';
import { local, termOf } from './compose.ts';

const zone = 'Europe/Berlin';

export const workingVectors = [
  {
    name: 'Friday evening to Monday morning over the spring change',
    from: local('2026-03-27T19:30', zone),
    to: local('2026-03-30T08:10', zone),
    working: 40 * minute,
    calendar: 59 * hour + 40 * minute,
  },
  {
    name: 'Saturday noon to Monday opening over the autumn change',
    from: local('2026-10-24T12:00', zone),
    to: local('2026-10-26T08:00', zone),
    working: 0,
    calendar: 45 * hour,
  },
  {
    name: 'inside the hour that autumn shows twice',
    from: local('2026-10-25T02:30', zone),
    to: local('2026-10-25T02:10', zone, 'later'),
    working: 0,
    calendar: 40 * minute,
  },
  {
    name: 'across closing time',
    from: local('2026-03-25T19:59:30', zone),
    to: local('2026-03-25T20:00:30', zone),
    working: 30 * second,
    calendar: minute,
  },
  {
    name: 'a weekend',
    from: local('2026-03-21T10:00', zone),
    to: local('2026-03-22T11:00', zone),
    working: 0,
    calendar: 25 * hour,
  },
  {
    name: 'Christmas Eve to the Monday after two holidays',
    from: local('2026-12-24T19:00', zone),
    to: local('2026-12-28T09:00', zone),
    working: 2 * hour,
    calendar: 86 * hour,
  },
] as const;

export const dueVectors = [
  {
    name: 'Friday 18:00 + 24 hours on the clock',
    at: local('2026-03-20T18:00', zone),
    promise: termOf('calendar', 24 * hour),
    due: local('2026-03-21T18:00', zone),
  },
  {
    name: 'Friday 18:00 + 24 working hours',
    at: local('2026-03-20T18:00', zone),
    promise: termOf('working-time', 24 * hour),
    due: local('2026-03-24T18:00', zone),
  },
  {
    name: 'Friday 18:00 + 1 working day',
    at: local('2026-03-20T18:00', zone),
    promise: termOf('working-days', 1),
    due: local('2026-03-23T20:00', zone),
  },
  {
    name: 'complaint on Christmas Eve + 3 working days',
    at: local('2026-12-24T10:00', zone),
    promise: termOf('working-days', 3),
    due: local('2026-12-30T20:00', zone),
  },
] as const;
