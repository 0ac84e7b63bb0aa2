// The view that the address describes, and the addresses of its neighbours: every change of view is a link.
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { type Filters, onlyFilters, parseFilters, withFilters } from './url-state/filters.ts';
import { type ListSpec, type Panel, parsePanel, withPanel } from './url-state/panel.ts';

export type View = ReturnType<typeof useView>;

/** To be called while a component is being set up; its getters follow the address. */
export function useView() {
  const filters = $derived(parseFilters(page.url.searchParams));
  const panel = $derived(parsePanel(page.url.searchParams));

  function address(params: URLSearchParams, path: string = page.url.pathname): string {
    return params.size === 0 ? path : `${path}?${params}`;
  }
  /** The same page under other parameters; the history keeps the ones before unless they are replaced. */
  function setParams(params: URLSearchParams, { replaceState = false }: { readonly replaceState?: boolean } = {}): void {
    void goto(address(params), { keepFocus: true, noScroll: true, replaceState });
  }
  function panelHref(next: Partial<Panel>): string {
    return address(withPanel(page.url.searchParams, next));
  }

  return {
    get filters() {
      return filters;
    },
    get panel() {
      return panel;
    },
    /** The rows behind a number, in the side panel. */
    listHref: (list: ListSpec) => panelHref({ list }),
    cardHref: (metric: string) => panelHref({ card: metric }),
    /** One conversation in the side panel; the list that it was opened from stays behind it. */
    openHref: (id: string) => panelHref({ list: panel.list, open: id }),
    panelHref,
    /** Another page under the same filters. */
    pageHref: (path: string) => address(onlyFilters(page.url.searchParams), path),
    setFilters: (next: Filters) => setParams(withFilters(page.url.searchParams, next)),
    setParams,
    /** Opens a panel from a script, as a click on its link would. */
    show(next: Partial<Panel>): void {
      void goto(panelHref(next), { keepFocus: true, noScroll: true });
    },
  };
}
