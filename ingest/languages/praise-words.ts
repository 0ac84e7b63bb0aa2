// Words of praise, by language: a message made of them, of thanks and of what is praised asks for nothing.
import { words } from './text-language.ts';

export type PraiseWords = {
  /** Says that something is good, by itself. */
  readonly praise: readonly string[];
  /** What may be praised, and what joins it to the praise. By itself it may be the answer to a question. */
  readonly praised: readonly string[];
};

export const praiseWords: Readonly<Record<string, PraiseWords>> = {
  zh: {
    praise: words(`
      好评, 好評, 五星好评, 五星好評, 五星, 5星, 满分, 滿分, 点赞, 點讚, 点个赞, 點個讚, 赞, 讚, 大赞, 好用, 很好用, 挺好用, 好样的, 很棒, 棒, 真棒, 太棒了, 很好, 挺好, 挺好的, 不错, 不錯, 满意, 滿意, 优秀, 優秀, 完美, 靠谱, 靠譜, 给力, 給力, 贴心, 貼心,
      耐心, 专业, 專業, 负责, 負責, 热情, 熱情, 周到, 细心, 細心, 态度好, 態度好, 态度很好, 態度很好, 服务好, 服務好, 服务很好, 服務很好, 值得推荐, 值得推薦, 强烈推荐, 強烈推薦, 推荐给大家, 值得信赖, 值得信賴, 喜欢, 喜歡, 厉害, 厲害,
      回复很快, 回覆很快, 回复很及时, 处理很快, 處理很快, 处理得很好, 解决得很快, 解决很快, 速度很快, 效率很高, 效率高, 超赞, 超讚, 一级棒, 顶呱呱
    `),
    praised: words(`
      给, 給, 给个, 給個, 给你, 给您, 给你们, 給你, 給您, 給你們, 打, 必须, 必須, 值得, 一个, 一個, 为, 為, 客服, 服务, 服務, 态度, 態度, 你们, 你們, 这个, 這個, 这款, 這款, 这位, 這位, 钱包, 錢包, 软件, 軟體, 产品, 產品, 平台, 团队, 團隊, app, 全, 都, 也, 超, 超级, 超級,
      特别, 特別, 挺, 真, 有, 又, 而且, 回复, 回覆, 解答, 讲解, 处理, 處理, 问题, 问题解决
    `),
  },
  en: {
    praise: words(`
      good, very good, great, awesome, cool, nice, excellent, wonderful, fantastic, brilliant, lovely, super, amazing, perfect, superb, outstanding, best, the best, best ever, love it, i love it, i love this, we love it, loved it,
      love this, love the, loving it, i like it, like it, i like this, recommended, highly recommended, i recommend it, i highly recommend it, highly recommend, would recommend, five stars, 5 stars, 5 star, five star, 5/5, 10/10, thumbs up, well done, good job,
      great job, great work, good work, kudos, keep it up, keep up the good work, keep up the great work, impressed, very impressed, i am impressed, i'm impressed, very happy, i am happy, i'm happy, so happy, very satisfied, satisfied, i am very satisfied,
      easy to use, simple to use, user friendly, works great, works perfectly, works well, works like a charm, very helpful, so helpful, super helpful, friendly, very friendly, kind, polite, patient, professional, fast, quick, reliable, smooth, flawless
    `),
    praised: words(`
      app, this app, the app, your app, wallet, this wallet, the wallet, your wallet, product, this product, service, the service, your service, customer service, customer support, experience, interface, design, ui, team, the team, your team, the support team, your support team,
      staff, your staff, the, this, your, such a, what a, a, an, is, it is, it's, it was, was, are, you are, you're, he was, she was, they were, ever, absolutely, totally, truly, extremely, simply, just, so, very, and, with, from, for me, i ever used, i have ever used, i've ever used, by far, out there,
      on the market, agent, response, reply, help, support, job, work, stuff, company
    `),
  },
  fr: {
    praise: words(`
      parfait, super, génial, géniale, excellent, excellente, formidable, bravo, top, au top, très bien, très bon, très bonne, bon, bonne, nickel, impeccable, magnifique, merveilleux, extraordinaire, remarquable, félicitations, j'adore, j'aime, j'aime bien, j'aime beaucoup,
      je recommande, je recommande vivement, à recommander, cinq étoiles, 5 étoiles, 5/5, 10/10, très satisfait, très satisfaite, satisfait, satisfaite, je suis très satisfait, je suis très satisfaite, je suis ravi, je suis ravie, ravi, ravie, très content, très contente, content, contente,
      facile à utiliser, simple à utiliser, pratique, très pratique, efficace, très efficace, rapide, très rapide, à l'écoute, professionnel, professionnelle, sympathique, aimable, patient, patiente, compétent, compétente, réactif, réactive, très réactif, bon travail, beau travail, continuez comme ça
    `),
    praised: words(`
      application, l'application, cette application, votre application, appli, l'appli, cette appli, app, l'app, cette app, portefeuille, le portefeuille, ce portefeuille, produit, service, le service, votre service, service client, le service client, votre service client, support, le support, équipe, l'équipe, votre équipe, une équipe,
      c'est, c'était, est, était, sont, vous êtes, un, une, le, la, les, ce, cette, votre, vos, pour, et, de, très, vraiment, trop, tout simplement, tellement, accueil, conseiller, conseillère, expérience, interface, travail, suivi, réponse, échange
    `),
  },
  de: {
    praise: words(`
      perfekt, super, prima, klasse, toll, tolle, toller, tolles, wunderbar, top, sehr gut, gut, gute, guter, gutes, genial, spitze, großartig, ausgezeichnet, hervorragend, fantastisch, bestens, beste, bester, die beste, der beste, das beste, einfach klasse, ich liebe es, ich liebe sie, liebe es, gefällt mir, gefällt mir sehr, gefällt mir gut, gefällt mir sehr gut,
      empfehlenswert, sehr empfehlenswert, absolut empfehlenswert, zu empfehlen, nur zu empfehlen, kann ich nur empfehlen, ich empfehle sie weiter, ich empfehle es weiter, klare empfehlung, fünf sterne, 5 sterne, 5/5, 10/10, daumen hoch, weiter so, gute arbeit, tolle arbeit, ich bin zufrieden, bin zufrieden, sehr zufrieden, zufrieden, ich bin sehr zufrieden, bin sehr zufrieden, ich bin begeistert, bin begeistert, begeistert,
      einfach zu bedienen, leicht zu bedienen, benutzerfreundlich, freundlich, sehr freundlich, hilfsbereit, sehr hilfsbereit, kompetent, sehr kompetent, schnell, sehr schnell, schnelle, schneller, zuverlässig, geduldig, professionell, lob, großes lob, ein großes lob
    `),
    praised: words(`
      euer, eure, ihr, app, die app, diese app, eure app, ihre app, wallet, die wallet, diese wallet, eure wallet, ihre wallet, geldbörse, produkt, service, der service, euer service, ihr service, kundenservice, kundendienst, support, der support, euer support, ihr support, team, das team, euer team, ihr team, mitarbeiter, mitarbeiterin, ist, war, sind, seid, ihr seid, es ist, das ist, das war, sie sind,
      ein, eine, einen, der, die, das, diese, dieser, dieses, für, mit, sehr, echt, wirklich, absolut, einfach, total, so, und, an, von, bedienung, oberfläche, hilfe, antwort, beratung, betreuung, reaktion, erfahrung, je, aller zeiten
    `),
  },
};
