// Words that change what a word of feeling says: that strengthen it, or turn from what was said before.
import { words } from './text-language.ts';

/** Of the languages with spaces together: few mean something else in another. Chinese ones stand apart, with negations of several characters. */
export const turningWords = {
  strengthening: words(`
    very, really, so, extremely, totally, absolutely, completely, super, too, sehr, total, echt, voll, absolut, extrem, wirklich, zu, très,
    vraiment, trop, tellement, extrêmement, totalement, muy, demasiado, tan, realmente, molto, davvero, troppo, così, muito, demais, tão, جدا, كثيرا
  `),
  turns: words(`
    but, however, although, though, yet, except, aber, jedoch, allerdings, obwohl, doch, mais, cependant, pourtant, toutefois, pero, aunque, mas,
    porém, contudo, entretanto, ma, però, tuttavia, eppure, لكن, ولكن
  `),
  hanNegations: words('不够, 并不, 毫无, 不太, 不怎么, 不算, 不再, 谈不上, 称不上, 算不上'),
  hanStrengthening: words(
    '非常, 太, 超, 极其, 特别, 十分, 真, 好, 超级, 相当, 实在, 最, 极, 很, 更, 挺, 那么, 这么, 如此, 绝对, 完全, 简直',
  ),
  hanTurns: words('但是, 不过, 可是, 然而, 就是, 但, 只是, 可惜, 却, 结果'),
} as const;
