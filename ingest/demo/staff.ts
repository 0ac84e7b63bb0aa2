// The twenty-four people who answer for the demo company, all invented.
import type { Team, TextLanguage } from './company.ts';

export type Agent = {
  /** The vendor's id of the person, as it comes with messages. */
  readonly id: string;
  readonly name: string;
  readonly team: Team;
  readonly languages: readonly TextLanguage[];
  /** Time needed against the average; below 1 is quicker. */
  readonly pace: number;
  /** Added to satisfaction: some people write kinder and clearer than others. */
  readonly warmth: number;
  /** Share of the demo's time, 0 to 1, at which the person joined or left; null: all the time. */
  readonly joined: number | null;
  readonly left: number | null;
};

const zh1: Team = 'Tier 1 Chinese';
const intl: Team = 'Tier 1 International';

type Row = readonly [string, string, Team, readonly TextLanguage[], number, number, (number | null)?, (number | null)?];

const rows: readonly Row[] = [
  ['lin.xiaotong', '林晓彤', zh1, ['zh', 'en'], 0.9, 0.25],
  ['wang.zeyu', '王泽宇', zh1, ['zh'], 1.05, -0.05],
  ['chen.siyuan', '陈思远', zh1, ['zh', 'en'], 1, 0.1],
  ['zhou.jiayi', '周佳怡', zh1, ['zh'], 0.95, 0.2],
  ['zhao.mingxuan', '赵明轩', zh1, ['zh', 'en'], 1.15, -0.25],
  ['huang.shihan', '黄诗涵', zh1, ['zh', 'en'], 0.92, 0.15],
  ['wu.junjie', '吴俊杰', zh1, ['zh'], 1.1, -0.1, null, 0.62],
  ['xu.yating', '徐雅婷', zh1, ['zh', 'en'], 1, 0.05],
  ['he.jiahao', '何嘉豪', zh1, ['zh', 'en'], 0.98, 0],
  ['sun.ruoxi', '孙若曦', zh1, ['zh'], 1.08, 0.1, 0.58, null],
  ['emma.whitfield', 'Emma Whitfield', intl, ['en', 'fr'], 0.95, 0.2],
  ['lucas.moreau', 'Lucas Moreau', intl, ['fr', 'en'], 1, 0.1],
  ['hanna.vogt', 'Hanna Vogt', intl, ['de', 'en'], 0.94, 0.15],
  ['jonas.keller', 'Jonas Keller', intl, ['de', 'en'], 1.08, -0.1],
  ['sofia.ibarra', 'Sofía Ibarra', intl, ['es', 'en'], 0.97, 0.25],
  ['mateo.quiroga', 'Mateo Quiroga', intl, ['es', 'en'], 1.05, 0],
  ['dmitri.orlov', 'Dmitri Orlov', intl, ['ru', 'en'], 1.02, -0.15],
  ['irina.belova', 'Irina Belova', intl, ['ru', 'en'], 0.96, 0.1],
  ['zheng.wenbo', '郑文博', 'Security', ['zh', 'en'], 1.1, 0.05],
  ['ingrid.halvorsen', 'Ingrid Halvorsen', 'Security', ['en', 'de'], 1, 0.15],
  ['marco.ruiz', 'Marco Ruiz', 'Security', ['es', 'en', 'fr'], 1.05, 0],
  ['gao.yuan', '高远', 'Developers', ['zh', 'en'], 1.2, -0.1],
  ['alexey.morozov', 'Alexey Morozov', 'Developers', ['ru', 'en'], 1.1, -0.05],
  ['claire.dubreuil', 'Claire Dubreuil', 'Developers', ['fr', 'en', 'de'], 1.05, 0.1],
];

/** Everybody, in a fixed order: the index of a person is how the simulation speaks of them. */
export const staff: readonly Agent[] = rows.map(([id, name, team, languages, pace, warmth, joined = null, left = null]) => ({
  id,
  name,
  team,
  languages,
  pace,
  warmth,
  joined,
  left,
}));

/** The person at an index of `staff`. */
export function agentAt(index: number): Agent {
  const agent = staff[index];
  if (agent === undefined) throw new RangeError(`no agent ${index}`);
  return agent;
}
