// Complaints told from words: by language, what is one, how loud, and what only sounds like one.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComplaintScore } from '#db/model/complaint.ts';
import { openComplaintScorer } from '#ingest/scores/complaint.ts';
import type { Scorer } from '#ingest/scores/scorer.ts';

let scorer: Scorer<ComplaintScore>;
beforeAll(async () => {
  scorer = await openComplaintScorer();
});

const scored = (text: string): ComplaintScore => scorer.score({ text, language: 'und', channel: null, actor: 'customer', redactions: [] });

function told(text: string): string {
  const { level, claimsNoReply } = scored(text);
  return [level ?? '', ...(claimsNoReply ? ['no reply'] : [])].filter((word) => word !== '').join(', ') || 'nothing';
}

/** What each sentence says: a level, the claim of no reply, both, or nothing. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  nothing: [
    'No complaints, great app',
    "I can't complain, it just works",
    'Is your wallet regulated by BaFin or the FCA?',
    'Thanks for the quick reply',
    'My only complaint is the dark mode',
    'How do I file a complaint?',
    'No reply needed, thank you!',
    '没有投诉，用得很好',
    '请问你们受监管吗',
    '不用回复，谢谢',
    'Aucune réclamation, tout est parfait',
    "Êtes-vous agréés par l'AMF ?",
    'Pas besoin de réponse, merci',
    'Keine Beschwerden, tolle App',
    'Seid ihr von der BaFin reguliert?',
    'Keine Antwort nötig, danke',
    'I read that the SEC fined another exchange, is that true?',
    'Ich habe gelesen, dass die BaFin eine Börse verklagt hat',
    '听说监管又有新消息',
    "J'ai lu que l'AMF a publié une alerte sur un autre site",
    'Please withdraw my complaint, the money has arrived',
    '撤销投诉，问题已经解决',
    'The passenger beside me says he is going to sue you',
    'You deserve to be sued',
    'I am reporting the scammer to the police',
    'If you do not answer the door the parcel goes back',
    '支持工商银行的卡吗',
    'La banque fait l\u2019objet d\u2019une action collective, paraît-il',
    'Ein Betrüger hat mich geprellt, ich habe Anzeige gegen ihn erstattet',
    'Die App reagiert nicht, wenn ich tippe',
    'L\u2019application ne répond pas quand je tape',
  ],
  formal: [
    'This is a formal complaint about the withheld funds.',
    'Please treat this as a complaint and tell me the date of your decision.',
    'If I do not have my money within 7 days my lawyer takes over.',
    'I will report you to the FCA',
    'I am taking this to the ombudsman',
    '现正式投诉，请书面答复',
    '三天内不解决我就向12315举报',
    'Ceci est une réclamation formelle.',
    'Mise en demeure : rendez-moi mes fonds sous 8 jours',
    'Sans solution je saisis le médiateur',
    'Dies ist eine förmliche Beschwerde.',
    'Ich setze Ihnen eine letzte Frist bis Freitag',
    'Sonst wende ich mich an die BaFin',
    'No formal apology so far, so this is now an official complaint',
    'I will report this app to the police',
    'I am going to the central bank with this',
    'Next week I start proceedings',
    'We have two formal complaints open with you',
    'Either it is fixed or I will take you through the county court',
    '再不处理我就打12300',
    '退款还没到，是不是要我报警',
    '扣费没人解释 @某市消费者协会',
    'Je vais porter plainte à la gendarmerie',
    'Je suis prêt à vous poursuivre',
    'Ich erstatte Strafanzeige',
    'Ich werde juristische Hilfe suchen',
    'Das landet vor dem Landgericht, ich werde dagegen rechtlich vorgehen',
  ],
  regulator: [
    'I have filed a complaint with the CFPB about your company.',
    'We reported this to BaFin last week.',
    '我已经向消保委投诉，编号稍后提供',
    "J'ai saisi l'AMF hier",
    'Ich habe den Fall der BaFin gemeldet',
    '已向监管提交材料，受理前希望贵司先给说法',
    'Nous avons fait remonter le dossier à la banque centrale',
    'Der Vorgang ist der Bundesnetzagentur mitgeteilt',
    '事情已经上报工信部',
  ],
  plain: [
    'I want to complain about your agent.',
    '我要投诉你们的客服',
    'Je souhaite déposer une réclamation',
    'Ich beschwere mich über den Ton Ihres Mitarbeiters',
  ],
  'no reply': [
    'Three weeks and nobody has replied to my ticket',
    'Support never answers, avoid',
    'They ignore every mail',
    '工单提交两周了，一直没人回复',
    '客服装死，只有自动回复',
    'Aucune réponse depuis trois semaines',
    'Le support ne répond jamais',
    'Seit zwei Wochen keine Antwort',
    'Der Support reagiert nicht',
    'They did not even bother to reply',
    'No way to reach a real person',
    'All I got was a canned response',
    '客服电话一直打不通',
    '联系不上客服',
    '问题提交后再没消息',
    'Impossible de joindre votre service',
    'Deux mails et pas un mot depuis',
    'Da geht keiner ans Telefon',
    'Dreimal geschrieben, seitdem kein Wort',
  ],
};

describe('the scorer of complaints', () => {
  for (const [level, texts] of Object.entries(sentences)) {
    for (const text of texts) it(`hears ${level}: ${text}`, () => expect(told(text)).toBe(level));
  }

  it('shows the stretch of text that carried it', () => {
    const text = 'Hello. This is a formal complaint, three weeks and no reply.';
    expect(scored(text).signs.map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
      ['formal-words', 'formal complaint'],
      ['no-reply', 'no reply'],
    ]);
  });

  it('hears a regulator in the account that a post is addressed to, and not in a longer word around it', () => {
    expect(told('double charge again @FCA')).toBe('formal');
    expect(told('double charge again @afcast')).toBe('nothing');
    expect(told('double charge again, FCA')).toBe('nothing');
  });

  it('says a regulator was turned to only where somebody did: a threat is formal, a name by itself is nothing', () => {
    expect(told('I have reported you to the FCA')).toBe('regulator');
    expect(told('I will report you to the FCA')).toBe('formal');
    expect(told('The FCA')).toBe('nothing');
  });
});
