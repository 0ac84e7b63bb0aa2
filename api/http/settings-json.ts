// Settings as JSON: what the store keeps, without what only the store needs.
import type { z } from '@hono/zod-openapi';
import type { Calendar } from '#db/model/calendar.ts';
import type { ServicePromise } from '#db/model/promise.ts';
import type { Staff } from '#db/store/staff.ts';
import type { Workspace } from '#db/store/workspace.ts';
import type { calendarShape, promiseShape, staffMemberShape, workspaceShape } from './shapes/settings.ts';

export function toWorkspaceJson({ name, zone, isDemo, reopenWindowMs, holidayRegions }: Workspace): z.infer<typeof workspaceShape> {
  return { name, zone, isDemo, reopenWindowMs, holidayRegions: [...holidayRegions] };
}

export function toCalendarJson({ id, label, versions }: Calendar): z.infer<typeof calendarShape> {
  return {
    id,
    label,
    versions: versions.map(({ version, validFrom, zone, week, exceptions }) => ({ version, validFrom, zone, week, exceptions })),
  };
}

export function toPromiseJson({ id, label, stage, channels, versions }: ServicePromise): z.infer<typeof promiseShape> {
  return {
    id,
    label,
    stage,
    channels,
    versions: versions.map(({ version, validFrom, type, durationMs, workingDays, calendarId }) => ({
      version,
      validFrom,
      type,
      durationMs,
      workingDays,
      calendarId,
    })),
  };
}

export function toStaffJson(
  { key, sourceId, name, team, languages, activeFrom, activeTo }: Staff,
  sources: readonly { readonly id: string; readonly label: string }[],
): z.infer<typeof staffMemberShape> {
  const source = sources.find(({ id }) => id === sourceId)?.label ?? sourceId;
  return { key, source, name, team, languages, activeFrom, activeTo };
}
