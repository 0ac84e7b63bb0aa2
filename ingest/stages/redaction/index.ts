// The list of detectors. Their order does not matter: overlaps are settled by class and length.
import { addressBase58 } from './address-base58.ts';
import { addressBech32 } from './address-bech32.ts';
import { addressEvm } from './address-evm.ts';
import { addressName } from './address-name.ts';
import { addressOther } from './address-other.ts';
import { addressSolana } from './address-solana.ts';
import { apiSecret } from './api-secret.ts';
import { card } from './card.ts';
import { chineseId } from './chinese-id.ts';
import type { Detector } from './detector.ts';
import { email } from './email.ts';
import { emailSpelled } from './email-spelled.ts';
import { extendedKey } from './extended-key.ts';
import { hexKey } from './hex-key.ts';
import { iban } from './iban.ts';
import { ipAddress } from './ip-address.ts';
import { keystore } from './keystore.ts';
import { nationalId } from './national-id.ts';
import { nationalIdStated } from './national-id-stated.ts';
import { oneTimeCode } from './one-time-code.ts';
import { password } from './password.ts';
import { passwordBeforeName } from './password-before-name.ts';
import { pemKey } from './pem-key.ts';
import { phone } from './phone.ts';
import { phoneChinese } from './phone-chinese.ts';
import { secretUri } from './secret-uri.ts';
import { seedPhrase } from './seed-phrase.ts';
import { seedPhraseChinese } from './seed-phrase-chinese.ts';
import { seedPhraseUnlisted } from './seed-phrase-unlisted.ts';
import { solanaKey } from './solana-key.ts';
import { walletKey } from './wallet-key.ts';

export const detectors: readonly Detector[] = [
  seedPhrase,
  seedPhraseChinese,
  seedPhraseUnlisted,
  hexKey,
  walletKey,
  extendedKey,
  solanaKey,
  keystore,
  pemKey,
  apiSecret,
  secretUri,
  card,
  iban,
  chineseId,
  nationalId,
  nationalIdStated,
  email,
  emailSpelled,
  phone,
  phoneChinese,
  ipAddress,
  addressBase58,
  addressBech32,
  addressEvm,
  addressSolana,
  addressOther,
  addressName,
  password,
  passwordBeforeName,
  oneTimeCode,
];
