// What the staffing page shows, as part of its address: channel, language and every slider.

export type StaffingView = {
  /** Null: the first live channel. */
  readonly channel: string | null;
  readonly language: string | null;
  readonly more: number;
  readonly fromHour: number;
  readonly toHour: number;
  /** Minutes. */
  readonly earlier: number;
  readonly event: number;
  /** Percent. */
  readonly target: number;
};

export const asItWas = { more: 0, fromHour: 8, toHour: 20, earlier: 0, event: 0, target: 90 } as const;
export const limits = {
  more: { min: -3, max: 10, step: 1 },
  fromHour: { min: 0, max: 23, step: 1 },
  toHour: { min: 1, max: 24, step: 1 },
  earlier: { min: 0, max: 240, step: 30 },
  event: { min: 0, max: 4, step: 0.5 },
  target: { min: 50, max: 99, step: 1 },
} as const;
export type Knob = keyof typeof limits;
export const knobs = ['more', 'fromHour', 'toHour', 'earlier', 'event', 'target'] as const;

/** Reads an address; what makes no sense becomes what it was. */
export function parseStaffing(params: URLSearchParams): StaffingView {
  const number = (knob: Knob): number => {
    const text = params.get(knob);
    const value = Number(text);
    const { min, max } = limits[knob];
    return text === null || text === '' || !Number.isFinite(value) || value < min || value > max ? asItWas[knob] : value;
  };
  const [fromHour, toHour] = [number('fromHour'), number('toHour')];
  return {
    channel: params.get('channel') || null,
    language: params.get('language') || null,
    more: Math.round(number('more')),
    ...(fromHour < toHour ? { fromHour, toHour } : { fromHour: asItWas.fromHour, toHour: asItWas.toHour }),
    earlier: Math.round(number('earlier')),
    event: number('event'),
    target: Math.round(number('target')),
  };
}

/** The parameters of a view; what is as it was is left out, and so are parameters that are not of this page. */
export function serialiseStaffing(view: StaffingView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.channel !== null) params.set('channel', view.channel);
  if (view.language !== null) params.set('language', view.language);
  for (const knob of knobs) if (view[knob] !== asItWas[knob]) params.set(knob, String(view[knob]));
  return params;
}

/** A view with one slider moved; the two ends of a stretch push each other. */
export function withKnob(view: StaffingView, knob: Knob, value: number): StaffingView {
  const moved = { ...view, [knob]: value };
  if (moved.fromHour < moved.toHour) return moved;
  return knob === 'fromHour' ? { ...moved, toHour: moved.fromHour + 1 } : { ...moved, fromHour: moved.toHour - 1 };
}

/** The query that the API understands. */
export function toStaffingQuery({ language, target, channel: _, ...rest }: StaffingView): Record<string, string> {
  const numbers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  return { ...numbers, target: String(target / 100), ...(language === null ? {} : { language }) };
}
