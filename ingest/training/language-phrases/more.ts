// Words and short phrases of customers in further languages in Latin letters; each is a text to learn from.
import { words } from '#ingest/languages/text-language.ts';

export const morePhrases: Readonly<Record<string, readonly string[]>> = {
  nl: words(`
    de, het, een, en, of, maar, als, dat, die, dit, deze, wat, wie, waar, wanneer, waarom, hoe, welke, ik, mij, me, mijn, jij, je, jouw, u, uw, hij, zij, ze, wij, we, ons, onze, jullie, hun, hen, in, op, aan, bij, met, naar, van, voor, over, onder, door, tot, sinds,
    uit, te, om, zonder, tegen, is, zijn, was, waren, ben, bent, heb, heeft, hebben, had, wordt, worden, kan, kunnen, moet, moeten, wil, willen, zou, mag, gaat, doet, niet, geen, nooit, niets, niemand, nee, ja, nog, al, altijd, weer, alleen, ook, heel, veel, meer, weinig,
    iets, alle, alles, andere, nu, vandaag, morgen, gisteren, week, maand, jaar, dag, dagen, uur, alstublieft, graag, dank u wel, hoi, goedemorgen, met vriendelijke groet, kunt u mij helpen, ik wil graag, het lukt niet, er is geen, hoe lang duurt, rekening, geblokkeerd,
    vergeten, verkeerd, kwijt, gestolen, langzaam, snel, makkelijk, duur, slecht, goed, beste, terugbetaling, opnemen, storting, overmaken, verzonden, ontvangen, betalen, kosten, saldo, bedrag, adres, netwerk, bestelling, fout, vraag, antwoord, klant, scherm, werkt, werkt
    niet, kapot, bevestigen, geweldig, jammer, wachten, onmogelijk
  `),
  pl: words(`
    i, a, ale, lub, czy, że, jak, co, kto, gdzie, kiedy, dlaczego, który, która, które, ten, ta, to, te, ja, mi, mnie, mój, moja, moje, ty, twój, on, ona, ono, my, nas, nasz, wy, was, pan, pani, państwo, oni, się, w, we, na, do, z, ze, od, po, przed, przez, dla, bez, o, u,
    jest, są, był, była, było, być, mam, ma, mają, mieć, mogę, może, można, muszę, chcę, chciałbym, nie, nic, nikt, nigdy, tak, jeszcze, już, zawsze, znowu, tylko, też, także, bardzo, więcej, dużo, mało, coś, wszystko, wszystkie, inny, teraz, dziś, jutro, wczoraj, tydzień,
    miesiąc, rok, dzień, dni, godzin, dzień dobry, witam, cześć, dzięki, pozdrawiam, pomocy, proszę o kontakt, nie działa, nie da się, ile to trwa, co mam zrobić, konto, zablokowane, zapomniałem, błędny, brakuje, zgubiłem, skradzione, wolno, szybko, łatwe, drogo, zły,
    dobry, świetna, najlepsza, zwrot, wypłacić, wpłata, przelew, przelewy, wysłałem, otrzymałem, płatność, opłata, opłaty, saldo, kwota, karta, adres, sieć, zamówienie, błąd, pytanie, odpowiedź, obsługa, ekran, telefon, działa, potwierdzić, kod, wiadomość, polecam, oszustwo,
    gdzie, czekam, środki
  `),
  tr: words(`
    ve, veya, ama, fakat, eğer, ki, bu, şu, o, ne, kim, nerede, nereye, ne zaman, neden, niye, nasıl, hangi, kaç, ben, bana, beni, benim, sen, senin, biz, bizim, siz, sizin, onlar, bir, için, ile, gibi, kadar, sonra, önce, göre, değil, yok, var, mı, mi, mu, mü, hiç, hiçbir,
    evet, hayır, hala, henüz, her, hep, yine, sadece, da, de, çok, daha, az, bazı, bütün, tüm, başka, şimdi, bugün, yarın, dün, hafta, ay, yıl, gün, saat, merhaba, selam, iyi günler, sağ olun, lütfen, yardım, bana yardımcı olur musunuz, çalışmıyor, olmuyor, ne yapmalıyım,
    hesap, hesabım, kilitli, şifre, unuttum, yanlış, eksik, kayıp, çalındı, yavaş, hızlı, kolay, pahalı, kötü, iyi, güzel, harika, en iyi, iade, çekmek, çekme, yatırma, gönderdim, gelmedi, ödeme, komisyon, bakiye, tutar, kart, banka, adres, ağ, işlem, sipariş, sorun, hata,
    soru, cevap, destek, hizmet, müşteri, ekran, telefon, güncelleme, uygulama, onay, kod, mesaj, açılmıyor, giremiyorum, istiyorum, bekliyorum, tavsiye ederim, dolandırıcı, neden açılmıyor
  `),
  vi: words(`
    và, hoặc, nhưng, nếu, là, của, tôi, tui, mình, bạn, anh, chị, em, chúng tôi, họ, này, kia, đó, gì, ai, đâu, khi nào, bao giờ, tại sao, vì sao, thế nào, làm sao, bao nhiêu, không, chưa, chẳng, có, được, bị, đã, đang, sẽ, rồi, vẫn, còn, lại, cũng, rất, quá, nhiều, ít, hơn, nhất,
    một, các, những, mọi, tất cả, khác, bây giờ, hôm nay, hôm qua, ngày mai, tuần, tháng, năm, ngày, giờ, trong, ngoài, trên, dưới, với, cho, từ, đến, về, xin chào, cảm ơn, làm ơn, giúp tôi, vui lòng, tài khoản, khóa, mật khẩu, quên, sai, thiếu, mất, chậm, nhanh, dễ, đắt, tệ,
    tốt, tuyệt vời, hoàn tiền, rút tiền, nạp tiền, chuyển, gửi, nhận, thanh toán, phí, số dư, thẻ, ngân hàng, địa chỉ, mạng, giao dịch, đơn hàng, lỗi, câu hỏi, trả lời, hỗ trợ, khách hàng, màn hình, điện thoại, cập nhật, ứng dụng, xác minh, mã, tin nhắn, đăng nhập, lừa đảo, tiền
  `),
  id: words(`
    dan, atau, tapi, tetapi, kalau, jika, bahwa, yang, ini, itu, apa, siapa, di mana, dimana, kapan, kenapa, mengapa, bagaimana, gimana, berapa, saya, aku, kami, kita, kamu, anda, dia, mereka, di, ke, dari, dengan, untuk, pada, dalam, oleh, sejak, sampai, tanpa, adalah, ada, tidak,
    tak, nggak, gak, ga, bukan, belum, sudah, udah, sedang, akan, bisa, boleh, harus, mau, ingin, jangan, ya, iya, masih, lagi, selalu, hanya, juga, sangat, sekali, banget, lebih, banyak, sedikit, semua, lain, sekarang, hari ini, besok, kemarin, minggu, bulan, tahun, jam, halo,
    selamat pagi, tolong, mohon, makasih, mohon bantuan, tidak berfungsi, berapa lama, akun, terkunci, lupa, salah, hilang, dicuri, lambat, cepat, mudah, mahal, buruk, bagus, jelek, terbaik, mantap, pengembalian, tarik, penarikan, setor, kirim, dikirim, terima, bayar, pembayaran,
    biaya, saldo, jumlah, kartu, alamat, jaringan, transaksi, pesanan, masalah, kesalahan, pertanyaan, jawaban, layanan, pelanggan, layar, ponsel, pembaruan, aplikasi, verifikasi, kode, pesan, masuk, keluar, penipuan, dana, duit, duit saya, gak bisa
  `),
  sv: words(`
    och, eller, men, om, att, som, det, den, detta, denna, dessa, vad, vem, vilken, när, var, hur, varför, jag, mig, min, mitt, mina, du, dig, din, ditt, han, hon, vi, oss, vår, ni, er, de, dem, deras, en, ett, i, på, av, för, med, till, från, hos, under, över, efter, innan, utan,
    mot, är, har, hade, varit, blir, blev, kan, kunde, ska, skulle, måste, vill, får, gör, går, inte, ingen, inget, inga, aldrig, nej, ja, ännu, redan, alltid, igen, bara, också, mycket, mer, lite, något, allt, alla, andra, nu, idag, imorgon, igår, vecka, månad, år, dag, timmar,
    hej, tack, hjälp, snälla, vänliga hälsningar, kan ni hjälpa mig, det fungerar inte, konto, låst, lösenord, glömt, fel, saknas, borta, stulen, långsam, snabb, enkel, dyrt, dålig, bra, bästa, återbetalning, uttag, insättning, överföring, skickade, fått, betala, avgift, saldo,
    belopp, kort, adress, nätverk, beställning, fråga, kund, skärm, telefon, uppdatering, bekräfta, kod, meddelande, väntar, bluff
  `),
  da: words(`
    og, eller, men, hvis, at, som, det, den, dette, denne, disse, hvad, hvem, hvilken, hvornår, hvor, hvordan, hvorfor, jeg, mig, min, mit, mine, du, dig, din, dit, han, hun, vi, os, vores, i, jer, de, dem, deres, en, et, på, af, for, med, til, fra, hos, under, over, efter, før, uden,
    mod, er, har, havde, været, bliver, blev, kan, kunne, skal, skulle, må, vil, får, gør, går, ikke, ingen, intet, aldrig, nej, ja, endnu, allerede, altid, igen, kun, også, meget, mere, lidt, noget, alt, alle, andre, nu, i dag, i morgen, i går, uge, måned, år, dag, timer, hej, tak,
    hjælp, venligst, venlig hilsen, kan i hjælpe mig, det virker ikke, konto, låst, adgangskode, glemt, forkert, mangler, væk, stjålet, langsom, hurtig, nem, dyr, dårlig, god, bedste, refusion, udbetaling, indbetaling, overførsel, sendte, modtaget, betale, gebyr, beløb, kort, adresse,
    netværk, bestilling, spørgsmål, kunde, skærm, telefon, opdatering, bekræfte, kode, besked, venter, svindel, penge
  `),
  no: words(`
    og, eller, men, hvis, at, som, det, den, dette, denne, disse, hva, hvem, hvilken, når, hvor, hvordan, hvorfor, jeg, meg, min, mitt, mine, du, deg, din, ditt, han, hun, vi, oss, vår, dere, de, dem, deres, en, ei, et, på, av, for, med, til, fra, hos, under, over, etter, før, uten,
    mot, er, har, hadde, vært, blir, ble, kan, kunne, skal, skulle, må, vil, får, gjør, går, ikke, ingen, ingenting, aldri, nei, ja, ennå, allerede, alltid, igjen, bare, også, veldig, mer, litt, noe, alt, alle, andre, nå, i dag, i morgen, i går, uke, måned, år, dag, timer, hei, takk,
    hjelp, vennlig hilsen, kan dere hjelpe meg, det virker ikke, konto, låst, passord, glemt, feil, mangler, borte, stjålet, treg, rask, enkel, dyrt, dårlig, bra, best, refusjon, uttak, innskudd, overføring, sendte, mottatt, betale, gebyr, beløp, kort, adresse, nettverk, bestilling,
    spørsmål, kunde, skjerm, telefon, oppdatering, bekrefte, kode, melding, venter, svindel, penger
  `),
  fi: words(`
    ja, tai, mutta, jos, että, joka, mikä, mitä, kuka, missä, milloin, miksi, miten, kuinka, tämä, tuo, se, nämä, minä, mä, minun, mun, minua, sinä, sinun, hän, me, meidän, te, teidän, he, on, ovat, oli, olen, olet, olla, ollut, ei, en, et, eivät, voi, voin, pitää, täytyy, haluan,
    saa, ei ole, kukaan, mitään, koskaan, kyllä, vielä, jo, aina, taas, vain, myös, hyvin, paljon, enemmän, vähän, jotain, kaikki, muu, nyt, tänään, huomenna, eilen, viikko, kuukausi, vuosi, päivä, tuntia, hei, kiitos, apua, ystävällisin terveisin, ei toimi, kauanko kestää, tili,
    lukittu, salasana, unohdin, väärä, puuttuu, kadonnut, varastettu, hidas, nopea, helppo, kallis, huono, hyvä, paras, palautus, nosto, talletus, siirto, lähetin, saanut, maksaa, maksu, saldo, summa, kortti, osoite, verkko, tilaus, virhe, kysymys, vastaus, asiakas, puhelin, päivitys,
    vahvistaa, koodi, viesti, odotan, huijaus, rahat, rahani, sovellus
  `),
  cs: words(`
    a, nebo, ale, pokud, že, který, která, které, co, kdo, kde, kam, kdy, proč, jak, jaký, ten, ta, to, tento, já, mě, mi, můj, moje, ty, tvůj, on, ona, my, nás, náš, vy, vás, váš, oni, se, si, v, ve, na, do, z, ze, od, po, před, pro, bez, s, o, u, je, jsou, byl, byla, bylo, být, mám, má,
    mají, můžu, mohu, může, musím, chci, ne, není, nic, nikdo, nikdy, ano, ještě, už, vždy, zase, jen, také, taky, velmi, moc, více, málo, něco, vše, všechno, jiný, teď, nyní, dnes, zítra, včera, týden, měsíc, rok, den, dní, hodin, dobrý den, ahoj, děkuji, prosím, pomoc, s pozdravem,
    nefunguje, jak dlouho, účet, zablokovaný, heslo, zapomněl, špatně, chybí, ztracené, ukradené, pomalé, rychle, snadné, drahé, špatný, dobrý, nejlepší, vrácení, výběr, vklad, převod, poslal, dostal, platba, poplatek, zůstatek, částka, karta, adresa, síť, objednávka, chyba, otázka,
    odpověď, podpora, zákazník, obrazovka, telefon, aktualizace, aplikace, ověření, kód, zpráva, čekám, podvod, nelze, prostředky
  `),
  sk: words(`
    a, alebo, ale, ak, že, ktorý, ktorá, ktoré, čo, kto, kde, kam, kedy, prečo, ako, aký, ten, tá, to, tento, ja, ma, mi, môj, moje, ty, tvoj, on, ona, my, nás, náš, vy, vás, váš, oni, sa, si, v, vo, na, do, z, zo, od, po, pred, pre, bez, s, o, u, je, sú, bol, bola, bolo, byť, mám, má, majú,
    môžem, môže, musím, chcem, nie, nič, nikto, nikdy, áno, ešte, už, vždy, zase, len, tiež, veľmi, viac, málo, niečo, všetko, iný, teraz, dnes, zajtra, včera, týždeň, mesiac, rok, deň, dní, hodín, dobrý deň, ahoj, ďakujem, prosím, pomoc, s pozdravom, nefunguje, ako dlho, účet,
    zablokovaný, heslo, zabudol, zle, chýba, stratené, ukradnuté, pomalé, rýchlo, drahé, zlý, dobrý, najlepší, peniaze, vrátenie, výber, vklad, prevod, poslal, dostal, platba, poplatok, zostatok, suma, karta, adresa, sieť, objednávka, chyba, otázka, odpoveď, podpora, zákazník
  `),
  ro: words(`
    și, si, sau, dar, dacă, că, care, ce, cine, unde, când, cum, de ce, cât, acest, această, aceste, acela, eu, mie, mine, îmi, meu, mea, mei, mele, tu, tău, el, ea, noi, nostru, voi, vostru, ei, ele, lor, un, o, unul, în, pe, la, cu, din, de, pentru, prin, până, după, fără, spre, între,
    este, e, sunt, era, fost, fi, am, ai, are, avem, aveți, au, pot, poate, trebuie, vreau, aș vrea, nu, nimic, nimeni, niciodată, da, încă, deja, mereu, iar, din nou, doar, și eu, foarte, mai, mult, puțin, ceva, tot, toate, toți, alt, acum, azi, astăzi, mâine, ieri, săptămână, lună, an,
    zi, zile, ore, bună ziua, salut, mulțumesc, vă rog, ajutor, cu stimă, nu merge, nu funcționează, cât durează, cont, contul, blocat, parola, uitat, greșit, lipsește, pierdut, furat, lent, rapid, ușor, scump, rău, bun, cea mai bună, rambursare, retragere, depunere, transfer, trimis,
    primit, plată, comision, sold, sumă, adresa, rețea, comandă, eroare, întrebare, răspuns, asistență, client, ecran, telefon, actualizare, aplicația, verificare, mesaj, aștept, țeapă, bani
  `),
  hu: words(`
    és, vagy, de, ha, hogy, aki, ami, mi, ki, hol, mikor, miért, hogyan, melyik, ez, az, ezek, azok, én, nekem, engem, te, neked, ő, mi, nekünk, ti, ők, a, egy, nem, nincs, ne, semmi, senki, soha, igen, még, már, mindig, megint, csak, is, nagyon, több, sok, kevés, valami, minden, más, most, ma,
    holnap, tegnap, hét, hónap, év, nap, óra, van, vannak, volt, voltak, lesz, lehet, kell, akarok, szeretném, tudom, tudok, szia, jó napot, köszönöm, kérem, segítség, üdvözlettel, nem működik, meddig tart, fiók, fiókom, zárolva, jelszó, elfelejtettem, rossz, hiányzik, elveszett, lassú,
    gyors, könnyű, drága, jó, legjobb, visszatérítés, kifizetés, befizetés, utalás, küldtem, megkaptam, fizetés, díj, egyenleg, összeg, kártya, cím, hálózat, rendelés, hiba, kérdés, válasz, ügyfél, képernyő, telefon, frissítés, alkalmazás, ellenőrzés, kód, üzenet, várok, csalás, pénz, pénzem
  `),
  hr: words(`
    i, ili, ali, ako, da, koji, koja, koje, što, šta, tko, ko, gdje, gde, kada, zašto, kako, koliko, ovaj, ova, ovo, taj, ta, to, ja, mi, me, meni, moj, moja, moje, ti, tvoj, on, ona, nas, nama, naš, vi, vas, vaš, oni, se, u, na, do, iz, od, po, prije, za, bez, s, sa, o, je, su, bio, bila, bilo,
    biti, sam, smo, ste, imam, ima, imaju, mogu, može, moram, želim, hoću, ne, nije, nema, ništa, nitko, niko, nikad, još, već, uvijek, opet, samo, također, vrlo, jako, više, malo, nešto, sve, svi, drugi, sada, danas, sutra, jučer, tjedan, mjesec, godina, dan, dana, sati, dobar dan, bok, hvala,
    molim, pomoć, lijep pozdrav, ne radi, koliko traje, račun, zaključan, lozinka, zaboravio, pogrešno, nedostaje, izgubljeno, ukradeno, sporo, brzo, skupo, loš, dobar, najbolji, povrat, isplata, uplata, poslao, primio, plaćanje, naknada, stanje, iznos, kartica, adresa, mreža, narudžba,
    greška, pitanje, odgovor, podrška, korisnik, zaslon, ažuriranje, aplikacija, potvrda, poruka, čekam, prevara, novac
  `),
  ca: words(`
    el, la, els, les, lo, un, una, i, o, però, si, que, què, qui, quan, on, com, per què, perquè, quant, aquest, aquesta, això, aquell, jo, tu, ell, ella, nosaltres, vosaltres, vostè, em, et, es, ens, us, li, meu, meva, teu, seu, nostre, de, del, dels, a, al, als, en, amb, sense, per, sobre, fins, des de,
    és, són, era, estic, està, estan, he, has, ha, hem, han, hi ha, tinc, té, puc, pot, podeu, vull, vaig, va, fer, fa, no, ni, mai, res, ningú, cap, sí, sempre, encara, ja, només, també, molt, molta, més, menys, poc, tot, tots, altre, ara, avui, demà, ahir, setmana, mes, any, dia, hores, bon dia, gràcies,
    si us plau, ajuda, no funciona, compte, bloquejat, contrasenya, oblidat, diners, retirada, dipòsit, enviat, rebut, pagament, comissió, saldo, targeta, adreça, xarxa, comanda, error, resposta, lent, ràpid, millor, pitjor, dolent, bo
  `),
  tl: words(`
    ang, ng, mga, sa, at, o, pero, kung, na, ay, si, ni, kay, ito, iyon, yan, yung, ano, sino, saan, nasaan, kailan, bakit, paano, magkano, ilan, ako, ko, akin, ikaw, ka, mo, iyo, siya, niya, kami, namin, tayo, natin, kayo, ninyo, sila, nila, hindi, di, wala, walang, huwag, oo, po, opo, pa, pa rin, lang, din, rin,
    naman, talaga, sobra, napaka, marami, konti, lahat, iba, ngayon, bukas, kahapon, araw, linggo, buwan, taon, oras, may, meron, gusto, kailangan, pwede, puwede, dapat, salamat, pakiusap, tulong, paki, kumusta, magandang umaga, hindi gumagana, pera, pera ko, nawala, mali, mabagal, mabilis, maganda, pangit, bayad,
    sagot, tanong, naghihintay, nakalimutan, ninakaw
  `),
};
