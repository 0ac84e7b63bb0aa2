// English words of risk.
import { harmEn } from '../harm-words/en.ts';
import type { RiskWords } from './words.ts';

const secret =
  '(seed|seedphrase|recovery phrase|recovery words|secret phrase|backup phrase|mnemonic|private key*|12 word*|24 word*|twelve words|passphrase)';
const login = '(password|pin|pin code|2fa code|sms code|verification code|one time code|otp|authenticator code)';
const give =
  '(send|share|provide|give|tell|submit|forward|dm|text|email|reply with|type here|paste here|write|confirm|verify|validate|need|upload|drop|require|copy|paste|check)';

export const riskEn: RiskWords = {
  signals: {
    'asks-for-secret': [
      `${give} .. (your|ur|ya) .. ${secret}`,
      `(send|share|provide|give|tell|forward|dm|text|email|reply with|need) .. (your|ur) .. ${login}`,
      `(send|give|tell|dm) (me|us) the ${secret}`,
      `(we|i) (need|require) .. ${secret} of your`,
      `what is your ${secret}`,
      `what is your ${login}`,
    ],
    'enter-secret': [
      `(enter|import|input|type|type in|fill in|insert|put in|connect|sync|synchronize|restore with|link) .. (your|ur) .. ${secret}`,
    ],
    'told-of-asking': [
      `(ask*|want*|told|request*|demand*|tell*|pressured|urge*|telling) .. (me|for|us) .. ${secret}`,
      `(ask*|want*|request*) .. (me|for) .. my ${login}`,
      `(want*|wanted|demand*|asked|asks) (my|for|the) .. ${secret}`,
      `(email|mail|message|sms|call|letter|site) .. (enter|give|send|share|confirm|type) my ${secret}`,
      `(should|must|can|may|do) i .. (share|give|send|tell) .. my ${secret}`,
      `(safe|ok|okay|legit|normal|allowed) to (share|give|send|enter) .. my ${secret}`,
    ],
    'wallet-validation': [
      '(verify|validate|validating|synchronize|sync|rectify|unlock|migrate|re validate|revalidate|authenticate|re verify|upgrade|resync|whitelist) (your|ur) .. (wallet|wallets|assets)',
      'wallet (validation|rectification|synchronization|authentication|migration) (portal|page|form|process|link|is required|required|team|server)',
      '(wallet|account) .. (suspended|deactivated|restricted|limited|terminated|blocked) .. (24 hours|48 hours|24h|48h|unless)',
      '(mandatory|urgent|required|critical) .. (security update|firmware update|wallet update|verification|migration) .. (your|now|today|click|wallet|link|here)',
      '(node|rpc|dapp) (error|glitch|malfunction) .. (validate|rectify|synchronize|sync|connect)',
      '(change|replace|update) your (24|12) word*',
    ],
    'private-channel': [
      '(dm|message|contact|write|text|reach|add|chat) (me|us|him|her|them|our|the|my|official) .. (on|via|at|through) .. (whatsapp|telegram|instagram|signal|wechat|messenger|discord)',
      '(dm|pm|inbox|message) me .. (help|assist*|fix|sort|resolve|solve|recover*|solution|guide)',
      '(official|support) (agent|telegram|whatsapp|line|helpline|hotline) .. (whatsapp|telegram|call|contact|number|at)',
      '(whatsapp|telegram) .. (official|support) .. (agent|team|number|desk)',
    ],
    'remote-control': [
      '(anydesk|teamviewer|rustdesk|quicksupport|todesk|ultraviewer|supremo|screenconnect|logmein|chrome remote desktop)',
      '(share|sharing) (your|my|the) screen .. (wallet|help|support|agent|fix|we|they|he)',
      '(remote access|remote control) .. (computer|pc|laptop|phone|device|wallet|help)',
    ],
    'unlock-payment': [
      '(move|transfer|send|migrate|shift) .. (funds|coins|crypto|assets|balance|money|bitcoin|tokens) .. (safe|temporary|temp|secure|secured|protected) (wallet|account|vault|address)',
      '(move|transfer|send|migrate) (them|it|everything|all) .. (safe|temporary|secure) (wallet|account|vault)',
      '(fee|tax|deposit|bond) (must|has|needs|is required) .. (paid|before) .. (funds|withdraw*|released|balance)',
      '(pay|send|deposit|transfer) .. (tax|taxes|unlock*|unfreeze|activation|release|verification|gas|clearance|security) (fee|fees|deposit|payment|bond) .. (withdraw*|release|unlock|receive|get|before|funds|to)',
      '(deposit|send|pay|transfer) .. (to|in order to|before) .. (unlock|unfreeze|release) .. (funds|withdraw*|account|balance|wallet|money)',
      '(release|unlock) .. you (must|need to|have to|should) pay',
      '(deposit|pay|send) .. to activate .. (withdraw*|account|payout*)',
      '(refund|withdrawal|withdraw) .. (requires|need*|after|only after) .. (deposit|upfront|payment|fee first)',
      '(test|small) (transfer|transaction|deposit) .. (verify|confirm|prove) .. (wallet|identity|account|ownership)',
      '(send|deposit) .. (and|to) .. (receive|get) .. (double|twice|2x|back double)',
    ],
    'recovery-offer': [
      '(recover*|retriev*|reclaim*) .. (lost|stolen|scammed|my) .. (crypto|funds|bitcoin|coins|money|assets) .. (contact|hacker|expert|reach*|whatsapp|telegram|thanks to|dm|agency|with the help)',
      '(ethical hacker|recovery expert|recovery agent|recovery specialist|recovery agency|crypto recovery|recovery service|recovery services|recovery firm|asset recovery|wizard recovery|recovery company)',
      '(help*|assist*) .. (recover|get back|retrieve) .. (lost|stolen) .. (contact|reach|whatsapp|telegram|email)',
      '(contact|reach out to|message) .. (recover|retrieve|get back) .. (your|stolen|lost)',
    ],
    drainer: [
      '(claim|grab|get|collect) (your|ur|the|free) .. (airdrop|reward|rewards|bonus|tokens|nft) .. (connect|click|link|at|here|now|wallet|before)',
      '(connect|link) (your|ur) wallet .. (claim|fix|receive|verify|validate|get|resolve|eligible|airdrop|resolve)',
      '(setapprovalforall|increaseallowance)',
      '(sign|approve|accept) (the|this|a) (permit|approval|transaction|contract|signature) .. (claim|receive|fix|unlock|reward*|airdrop)',
      'airdrop .. (connect|claim) .. (wallet|now|here)',
      '(giveaway) .. (send|double|claim|wallet)',
    ],
    'address-poisoning': [
      '(address poisoning|poisoned address|dusting attack|dust attack)',
      '(similar|look alike|lookalike|almost identical|same first|same last) .. (address|characters)',
      '(copied|copy) .. (wrong|fake|similar) .. address .. (history|transaction*)',
      '(zero value|0 value|0 usdt|zero amount|tiny) (transfer*|transaction*|deposit*) .. (don t|did not|didn t|unknown|know|similar|never|address)',
      'address .. (same|similar) (first|last|beginning|start)',
    ],
    'fake-app': [
      '(fake|counterfeit|clone|cloned|phishing|fraudulent|scam) (app|apps|application|extension|wallet app|apk|version of)',
      '(download|install) .. (apk|extension|app|version) .. (from|at|here|via|link|outside) .. (link|site|website|telegram|here|whatsapp|below)',
      '(download|install) (the|our|this) .. apk',
    ],
    letter: [
      '(letter|mail|post|postal|postcard|envelope|package) .. (qr|qr code|qrcode)',
      '(scan) (the|this) qr .. (wallet|verify|validate|letter|activate|secure|authentication|transaction check)',
      'received a (letter|package|parcel) .. (ledger|trezor|wallet|metamask|seed|device)',
    ],
    hacked: [
      ...harmEn.reasons['funds-lost'],
      ...harmEn.reasons['account-taken-over'],
      '(transferred|sent|moved|withdrawn) out .. (not me|not by me|wasn t me|without)',
      'without my (permission|consent|knowledge|authorization|authorisation)',
      '(unknown|unauthorized|unauthorised|didn t make|never made|not made by me) .. (approval|transaction|transfer|withdrawal|outgoing)',
      '(didn t|did not|never) (authorize|authorise|approve|make|sign) .. (transaction|transfer|withdrawal|approval)',
    ],
    'gave-secret': [
      ...harmEn.reasons['secret-exposed'],
      `i .. (entered|typed|gave|sent|shared|submitted|put) .. ${secret} .. (site|website|form|page|him|her|them|link|telegram|someone|agent|email)`,
    ],
  },
  warnings: [
    '(never|don t|do not|dont|not|won t|will not|cannot|no one|nobody|no) .. (share|ask|asks|give|send|enter|request|tell|type|provide|reveal|disclose|need|asked|reveal|install|move|contact|verify|pay)',
    '(do|does|would|will|did) (you|your|support|ledger|trezor|metamask) .. ask',
    'ever (ask|asks|asked|need|request)',
    '(refused|refuse) to (share|give|send)',
    '(app|screen|device|ledger|trezor|metamask|it|software|setup|wizard|firmware) (says|shows|asks|prompts|said|asked|keeps asking|wants|tells me|displays|requires)',
    '(feature request|it would be nice|please add|can you add)',
    '(how|where) (do|can|should) i .. (verify|validate|sync|restore|import|migrate|find|backup|back up|change|connect|claim|download|install)',
    '(beware|careful|warning) .. (scam*|fake|phishing)',
    '(is|are) (there|anydesk|teamviewer)',
  ],
  reports: [
    '(is|was) (this|that|it|he|she) .. (you|real|legit|legitimate|genuine|scam|phishing|fraud|safe|official|from you|fake|your)',
    '(are|is) (they|these|those) .. (real|legit|scam*|you|official|from you|your)',
    '(someone|somebody|a person|a man|a guy|a woman|stranger|they|he|she|caller|scammer*|people) .. (ask*|said|says|told|claim*|contact*|wrote|writes|call*|want*|message*|dm*|sent|send*|pretend*|tried|try*|offered|is|was)',
    '(i|we) .. (got|received|get|have received|just got|keep getting|saw|found|noticed|see) .. (email|e mail|mail|message|sms|text|call|letter|dm|link|site|website|app|popup|token|airdrop|package|ad|address|transaction*|transfer*)',
    '(claims|claimed|claiming|pretend*|posing|impersonat*) .. (be|from|as|you|your|support|to)',
    '(fake|phishing|suspicious|scam|fraudulent) .. (email|mail|message|site|website|app|account|page|support|agent|call*|link|letter|profile|extension|ad|number|group|channel)',
    '(report*|warn*|inform*|letting you know|heads up|fyi) .. (scam*|phishing|fake|fraud*|site|email|account|you|this)',
    '(told|asked|asks|asking|telling|wants) me .. to',
    '(can you|could you|please) .. (confirm|check|tell me) .. (real|legit|you|yours|official|genuine|scam)',
    '(should|must|do) i (trust|believe|have to|need to|click|answer|pay|share|send|give|install)',
    '(safe|normal|legit|allowed) to (share|give|install|send|enter|click|connect)',
    '(scam|legit|phishing|real|fake|fraud) (or|right)',
    '(looks|seems|sounds) .. (scam*|phishing|suspicious|fishy|fake|fraud*)',
  ],
  victims: [
    '(i|we) .. (gave|entered|typed|shared|installed|clicked|connected|approved|signed|paid|transferred|fell) .. (and now|now|then|gone|lost|stolen|empty|drained|scam*|for it|him|them)',
    '(got|been|was) (scammed|robbed|drained|hacked|swindled|defrauded|phished)',
    '(stole|stolen|drained|emptied) .. (my|me|all|wallet|funds)',
    '(my) .. (funds|money|coins|crypto|wallet|bitcoin|usdt|eth|btc|account|balance|savings) .. (gone|stolen|drained|disappeared|emptied|vanished|hacked|compromised|zero)',
    '(lost) .. (my|all|everything) .. (scam*|hack*|funds|money|crypto|savings|bitcoin)',
    '(scammed|tricked|conned) me',
  ],
};
