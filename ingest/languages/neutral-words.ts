// Words that people write in every language: trade jargon, names of products and companies, exclamations. They tell no language.
import { words } from './text-language.ts';

const neutral: ReadonlySet<string> = new Set(
  words(`
    ok, okay, okey, okk, oki, kk, k, lol, lmao, rofl, haha, hahaha, hahahaha, ha, hah, hehe, hihi, hmm, hm, mmm, ah, aha, ahah, oh, ooh, uh, wow, yeah, yay, ups, oops, xd, xx, xxx, omg, wtf,
    btw, imo, asap, faq, fyi, lg, p, x, app, apps, email, mail, e, sms, pin, otp, chat, login, online, offline, web, internet, wifi, bug, bugs, link, url, pdf, id, ip, vpn, api, usb, qr, nfc, gps, ok'd, vip, vs, via, etc, nr, no., st,
    wallet, wallets, token, tokens, swap, swaps, staking, stake, coin, coins, crypto, kripto, krypto, bitcoin, bitcoins, btc, eth, ether, ethereum, usdt, usdc, usd, eur, gbp, brl, cny, rub, inr, jpy, sol, solana, bnb, trx, tron, xrp, ada, doge,
    dogecoin, shiba, shib, litecoin, ltc, ripple, cardano, polygon, matic, avax, dai, busd, nft, nfts, defi, dapp, dapps, dex, cex, kyc, aml, gas, airdrop, airdrops, blockchain, hash, seed, trc, erc, bep, mainnet, testnet, ledger, trezor,
    metamask, binance, coinbase, kucoin, kraken, bybit, okx, phantom, uniswap, opensea, paypal, visa, mastercard, stripe, revolut, sepa, iban, pix, swift, apple, google, android, ios, iphone, ipad, mac, windows, samsung, huawei, xiaomi,
    redmi, garmin, vivofit, strava, fitbit, galaxy, gear, nokia, sony, lg, htc, oneplus, pixel, facebook, twitter, instagram, insta, whatsapp, telegram, tiktok, youtube, snapchat, skype, zoom, discord, reddit, gmail, outlook, yahoo,
    amazon, netflix, spotify, uber, ebay, alexa, siri, bluetooth, laptop, smartphone, tablet, pc, cpu, hd, tv, dvd, cd, mp, min, max, km, kg, cm, mm, hz, kb, mb, gb, tb, super, top, stop, hotel, taxi, radio, video, audio, media, star, stars, pro,
    premium, plus, basic, standard, normal, euro, euros, dollar, europa, berlin, paris, london, madrid, roma, lisboa, america, trump, obama, merkel, justin, bieber, maria, anna, david, martin, daniel, michael, max, air, delta
  `),
);

/** Whether a word, in lower case, is written alike in all languages. */
export function isNeutralWord(word: string): boolean {
  return neutral.has(word);
}
